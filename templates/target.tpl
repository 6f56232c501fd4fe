{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/">[[SDG targets]]</a><span aria-current="page">{{CODE}}</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead"><a href="{{GOAL_HREF}}">[[Goal]] {{GOAL_CODE}}. {{GOAL_TITLE}}</a></p>
<section id="overview"><h2>[[At a glance]]</h2>
{{>MATRIX}}
</section>
<section id="compliance"><h2>[[What governments say of themselves]]</h2>
{{#NO_INDICATORS}}<p>[[No indicator of this framework belongs to this target.]]</p>{{/NO_INDICATORS}}
{{#COMPLIANCE}}
<div class="scroll" tabindex="0" role="region" aria-label="[[Compliance]]"><table class="data bands stack">
<caption>[[The region’s compliance score by period: the mean of the governments, each of them the mean of the target’s indicators.]]</caption>
<thead><tr><th scope="col">[[Period]]</th><th scope="col">[[Score, 0–100]]</th><th scope="col">[[Based on]]</th></tr></thead>
<tbody>{{#COMPLIANCE_ROW}}<tr><th scope="row">{{PERIOD}}</th>{{>SCORE}}<td>{{TEXT}}</td></tr>
{{/COMPLIANCE_ROW}}</tbody></table></div>
{{/COMPLIANCE}}
{{#SOME_INDICATORS}}<p>[[Indicators of this framework that belong to the target:]]</p>
<ul>{{#INDICATOR}}<li><a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}}</a> {{TITLE}}{{#NOT_COUNTED}} <small>([[shown, but not part of the score]])</small>{{/NOT_COUNTED}}</li>
{{/INDICATOR}}</ul>{{/SOME_INDICATORS}}
</section>
<section id="official"><h2>[[What official statistics say]]</h2>
{{#NO_SERIES}}<p class="band band-none">[[No official series of this target is followed here.]]</p>{{/NO_SERIES}}
<p class="hint">[[Source: UN SDG Global Database, United Nations Statistics Division, CC BY 4.0; vintages kept here:]] {{VINTAGES}}. [[A year that the source writes as 2015–16 counts as 2015.]] [[Two methods judge the same series and ask different things: Open SDG how fast the value moves, compared with the pace needed from the base year on; the UN Progress Chart 2023 where the value would stand in 2030 at that pace.]] <a href="{{PREFIX}}/methods#sdg">[[Methods]]</a></p>
{{#NEUTRAL_VICTIMS}}<p class="notice">[[16.2.2, detected victims, is not judged: figure and trend only. Fewer detected victims may mean fewer victims or less detection, so that no verdict is shown here. What the methods would say stands, with this warning, on the pages behind “not judged”.]]</p>{{/NEUTRAL_VICTIMS}}
{{#NEUTRAL_OTHER}}<p class="notice">[[Series marked “not judged” are shown as figure and trend only: neither more nor less of them is better in itself.]]</p>{{/NEUTRAL_OTHER}}
{{#SERIES}}
<article id="{{CODE}}" class="entry"><h3><a href="{{HREF}}">{{TITLE}}</a></h3>
<p class="meta">[[SDG indicator]] {{NUMBER}} · <code>{{CODE}}</code> · {{UNIT}} · {{DIRECTION}}{{#GOAL_VALUE}} · [[target]]: {{VALUE}} ({{YEAR}}){{/GOAL_VALUE}}{{#GOAL_NONE}} · [[no number was agreed as the target]]{{/GOAL_NONE}}{{#SUPERSEDED}} · [[superseded by]] <a href="{{HREF}}">{{CODE}}</a>, [[not counted together]]{{/SUPERSEDED}}</p>
{{#SERIES_EMPTY}}<p class="band band-none">[[No values for these governments.]]</p>{{/SERIES_EMPTY}}
<div class="entry-body">{{#CHART_ITEM}}{{>CHART}}{{/CHART_ITEM}}
<ul>{{#PROGRESS_ROW}}<li><b>{{TITLE}}</b> <small>{{CODE}}{{#OTHER_DIMENSIONS}}, {{TEXT}}{{/OTHER_DIMENSIONS}}</small>: {{VALUE}}{{#VERDICT_GIVEN}} <small class="line">{{VERDICT_LINE}}</small>{{/VERDICT_GIVEN}}{{#DIFFERS}} <a class="differs" href="{{HREF}}">[[≠ why?]]</a>{{/DIFFERS}}</li>
{{/PROGRESS_ROW}}</ul></div>
{{#MAIN_TABLE}}<p class="hint">{{#BREAKDOWN}}{{DIMENSIONS}} · {{/BREAKDOWN}}[[vintage]] {{VINTAGE}}{{#REVISIONS}} · {{TEXT}}{{/REVISIONS}} · <a href="{{HREF}}">[[All of the series: values by year, charts, revisions]]{{#BREAKDOWNS}}, {{TEXT}}{{/BREAKDOWNS}}</a></p>{{/MAIN_TABLE}}
</article>
{{/SERIES}}
</section>
{{>DOWNLOADS}}
