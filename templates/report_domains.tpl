{{%AUTOESCAPE context="HTML"}}
<section class="chapter">
<h2 id="report-domains">2. [[Domain by domain]]</h2>
<p>[[For each domain: what the governments answered, and what that makes of the region. Large numbers are scores from 0 to 100; beside them stands the answer itself or the band.]]</p>
<h3 id="report-glance">[[All domains at a glance]]</h3>
{{#GLANCE_TABLE}}<div class="scroll" tabindex="0" role="region" aria-label="[[All domains at a glance]]">
<table class="sheet answers glance">
<caption>[[Scores of the domains, 0 to 100]]</caption>
<thead><tr><th scope="col">[[Domain]]</th><th scope="col">[[Region]]</th>{{#HEAD}}<th scope="col">{{TITLE}}</th>{{/HEAD}}</tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row">{{TITLE}}</th>{{>REPORT_CELL}}</tr>
{{/ROW}}</tbody>
</table>
</div>
{{/GLANCE_TABLE}}
{{#DOMAIN}}
<section class="part">
<h3 id="domain-{{CODE}}">{{TITLE}}</h3>
{{#DESCRIPTION_LINE}}<p class="hint">{{TEXT}}</p>{{/DESCRIPTION_LINE}}
<p><b>{{SENTENCE}}</b>{{#CHANGED}} [[Change]]: {{TEXT}}.{{/CHANGED}}</p>
{{#ANSWER_TABLE}}<div class="scroll" tabindex="0" role="region" aria-label="[[Answers of the governments]]: {{TITLE}}">
<table class="sheet answers">
<caption>[[Answers of the governments]]</caption>
<thead><tr><th scope="col">[[Indicator]]</th>{{#HEAD}}<th scope="col">{{TITLE}}</th>{{/HEAD}}</tr></thead>
<tbody>
{{#ANSWER}}<tr><th scope="row"><span class="code">{{CODE}}</span> {{TITLE}}</th>{{>REPORT_CELL}}</tr>
{{/ANSWER}}</tbody>
</table>
</div>
{{/ANSWER_TABLE}}
<div class="scroll" tabindex="0" role="region" aria-label="[[The region]]: {{TITLE}}">
<table class="sheet region">
<caption>[[The region]]</caption>
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col" class="num">[[Reported]]</th><th scope="col">[[Mean]]</th><th scope="col" class="num">[[Median]]</th><th scope="col" class="num">[[Lowest–highest]]</th><th scope="col">[[Spread]]</th><th scope="col">[[Change]]</th></tr></thead>
<tbody>
{{#REGION_ROW}}<tr><th scope="row"><span class="code">{{CODE}}</span> {{TITLE}}</th><td class="num">{{REPORTING}}</td>{{#NO_FIGURE}}<td class="mark mark-none" colspan="5">{{WHY}}</td>{{/NO_FIGURE}}{{#FIGURE}}{{>REPORT_CELL}}<td class="num">{{MEDIAN}}</td><td class="num">{{RANGE}}</td><td class="spread">{{>SPREAD}}{{#SMALL}}<small>{{TEXT}}</small>{{/SMALL}}</td><td>{{CHANGE_TEXT}}</td>{{/FIGURE}}</tr>
{{/REGION_ROW}}</tbody>
</table>
</div>
</section>
{{/DOMAIN}}
</section>
