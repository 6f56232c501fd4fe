{{%AUTOESCAPE context="HTML"}}
<section class="chapter">
<h2 id="report-sdg">4. [[SDG targets]]</h2>
<p>[[What the UN’s official series say, and beside it what the governments say of their own laws and practice. The two are different things and can differ.]]</p>
{{#UNLINKED}}<p>[[No indicator of this framework belongs to one of these targets, so that there is no compliance score here; the official series are the same for every framework.]]</p>{{/UNLINKED}}
<p>[[Each official series stands with its newest value and two verdicts: by the method of Open SDG and, as “UN chart”, by the UN Progress Chart 2023. They ask different things and can differ.]]</p>
{{#NEUTRAL_WARNING}}<p class="warning">[[Some series are not judged, such as the detected victims of trafficking (16.2.2): fewer detected victims may mean less trafficking or less detection, and more may mean better protection. They stand here as a figure only.]]</p>{{/NEUTRAL_WARNING}}
{{#GOAL}}
<section class="part">
<h3>[[Goal]] {{CODE}}. {{TITLE}}</h3>
{{#TARGET}}
<h4>{{CODE}} {{TITLE}}</h4>
{{#TARGET_TABLE}}<div class="scroll" tabindex="0" role="region" aria-label="{{LABEL}}">
<table class="sheet sdg">
<thead><tr><th scope="col">[[What]]</th>{{#REGION_HEAD}}<th scope="col">[[Region]]</th>{{/REGION_HEAD}}{{#HEAD}}<th scope="col">{{TITLE}}</th>{{/HEAD}}</tr></thead>
<tbody>
{{#OWN}}<tr><th scope="row">[[Own answers: compliance score]] <small>{{INDICATORS}}</small></th>{{>REPORT_CELL}}</tr>{{/OWN}}
{{#SERIES}}<tr><th scope="row">{{TITLE}} <small>{{CODE}}{{#NOT_JUDGED}} · [[not judged]]{{/NOT_JUDGED}}</small></th>{{#REGION_NONE}}<td class="mark mark-none">–</td>{{/REGION_NONE}}{{#VERDICT_CELL}}<td>{{#NEWEST}}<b>{{VALUE}}</b> <small>{{YEAR}}</small> {{/NEWEST}}{{#VERDICT_GIVEN}}<span class="verdict">{{VERDICT}}</span> <small>[[UN chart:]] {{UN_CLASS}}{{#DIFFERS}} ≠<sup>{{NUMBER}}</sup>{{/DIFFERS}}</small>{{/VERDICT_GIVEN}}{{#VERDICT_NONE}}<small>[[insufficient data]]</small>{{/VERDICT_NONE}}{{#VERDICT_NEUTRAL}}<small>[[not judged]]</small>{{/VERDICT_NEUTRAL}}{{#VERDICT_NO_DATA}}<small>[[no data]]</small>{{/VERDICT_NO_DATA}}</td>{{/VERDICT_CELL}}</tr>
{{/SERIES}}</tbody>
</table>
</div>
{{/TARGET_TABLE}}
{{/TARGET}}
</section>
{{/GOAL}}
{{#DIFFERENCES}}<p><small>[[Why the two methods differ:]]{{#DIFFERENCE_ITEM}} ≠<sup>{{NUMBER}}</sup> {{TEXT}}{{/DIFFERENCE_ITEM}}</small></p>{{/DIFFERENCES}}
</section>
