{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/">[[Governments]]</a><span aria-current="page">{{PAGE_TITLE}}</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">{{FRAMEWORK_TITLE}}</p>
{{#NO_RESULTS}}<p class="notice">[[No period of this framework has been released yet. What is officially known stands below.]]</p>{{/NO_RESULTS}}
{{#RESULTS}}
{{>PERIODS}}
<section><h2>[[Domains]], {{PERIOD}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Domains]]">
<table class="data bands">
<caption>[[Own scores, their change on the same questions, and the region’s spread beside them.]]</caption>
<thead><tr><th scope="col">[[Domain]]</th><th scope="col">[[Score, 0–100]]</th><th scope="col">[[Change]]</th><th scope="col">[[Beside the region]]</th><th scope="col" class="num">[[Region: lowest–highest]]</th><th scope="col" class="num">[[Region: median]]</th></tr></thead>
<tbody>
{{#DOMAIN_ROW}}<tr><th scope="row">{{#ROW_ALL}}{{TITLE}}{{/ROW_ALL}}{{#ROW_DOMAIN}}<a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/#{{CODE}}">{{TITLE}}</a>{{/ROW_DOMAIN}}</th>{{>SCORE}}<td>{{#OWN_CHANGE}}{{TEXT}}{{/OWN_CHANGE}}</td><td class="chart-cell">{{>SPREAD}}</td><td class="num">{{#REGION_RANGE}}{{TEXT}}{{/REGION_RANGE}}</td><td class="num">{{MEDIAN}}</td></tr>
{{/DOMAIN_ROW}}
</tbody></table></div>
</section>
<section><h2>[[Own past beside the region]]</h2>
<p class="hint">[[The line is this government, the area reaches from the lowest to the highest of the region, the thin line is the median. A dashed line is a break in series.]]</p>
<div class="multiples">{{#CHART_ITEM}}<figure><figcaption>{{TITLE}}</figcaption>{{>CHART}}</figure>
{{/CHART_ITEM}}</div>
{{#TREND_TABLE}}
<details><summary>[[The charts in figures]]</summary>
<div class="scroll" tabindex="0" role="region" aria-label="[[The charts in figures]]"><table class="data">
<caption>[[Own score, and in brackets the region’s median.]]</caption>
<thead><tr><th scope="col">[[Domain]]</th>{{#TREND_HEAD}}<th scope="col"{{#PERIOD_BREAK}} class="break-before"{{/PERIOD_BREAK}}>{{PERIOD}}{{#PERIOD_BREAK}} <small>[[break in series]]</small>{{/PERIOD_BREAK}}</th>{{/TREND_HEAD}}</tr></thead>
<tbody>{{#TREND_ROW}}<tr><th scope="row">{{TITLE}}</th>{{#TREND_CELL}}<td class="num">{{TEXT}}{{#CELL_MEDIAN}} <small>({{MEDIAN}})</small>{{/CELL_MEDIAN}}</td>{{/TREND_CELL}}</tr>
{{/TREND_ROW}}</tbody></table></div></details>
{{/TREND_TABLE}}
</section>
<section><h2>[[Indicators]], {{PERIOD}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Indicators]]"><table class="data bands">
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col">[[Answer]]</th><th scope="col">[[Score, 0–100]]</th><th scope="col" class="num">[[Region: lowest–highest (median)]]</th><th scope="col">[[Remarks and next step]]</th></tr></thead>
{{#ANSWER_DOMAIN}}<tbody><tr><th scope="rowgroup" colspan="5" class="group">{{TITLE}}</th></tr>
{{#ANSWER}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}}</a> {{TITLE}}</th>{{#VALUE_GIVEN}}<td>{{TEXT}}</td>{{/VALUE_GIVEN}}{{#VALUE_HIDDEN}}<td class="band band-hidden">{{TEXT}}</td>{{/VALUE_HIDDEN}}{{#VALUE_NONE}}<td class="band band-none">{{TEXT}}</td>{{/VALUE_NONE}}{{>SCORE}}<td class="num">{{#REGION_RANGE}}{{TEXT}} ({{MEDIAN}}){{/REGION_RANGE}}</td><td>{{#REASON}}<p>{{TEXT}}</p>{{/REASON}}{{#CARRIED}}<p>[[carried forward from]] {{PERIOD}}</p>{{/CARRIED}}{{#NEXT_LEVEL}}<details><summary>[[To reach level]] {{NUMBER}}: {{TITLE}}</summary><ul>{{#CRITERION}}<li>{{TEXT}}</li>{{/CRITERION}}</ul></details>{{/NEXT_LEVEL}}</td></tr>
{{/ANSWER}}</tbody>
{{/ANSWER_DOMAIN}}
</table></div>
</section>
<section><h2>[[Coverage]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Coverage]]"><table class="data">
<thead><tr><th scope="col">[[Period]]</th><th scope="col" class="num">[[reported]]</th><th scope="col" class="num">[[not available]]</th><th scope="col" class="num">[[not applicable]]</th><th scope="col" class="num">[[no answer shown]]</th><th scope="col" class="num">[[asked]]</th></tr></thead>
<tbody>{{#COVERAGE}}<tr><th scope="row">{{PERIOD}}</th><td class="num">{{REPORTED}}</td><td class="num">{{NOT_AVAILABLE}}</td><td class="num">{{NOT_APPLICABLE}}</td><td class="num">{{NONE}}</td><td class="num">{{EXPECTED}}</td></tr>
{{/COVERAGE}}</tbody></table></div>
</section>
{{/RESULTS}}
{{#OFFICIAL}}
<section><h2>[[Official figures]]</h2>
<p class="hint">[[From the UN SDG Global Database, one line a series; breakdowns, history and how each verdict came about stand on the target’s page.]]</p>
<div class="scroll" tabindex="0" role="region" aria-label="[[Official figures]]"><table class="data">
<thead><tr><th scope="col">[[SDG]]</th><th scope="col">[[Series]]</th><th scope="col" class="num">[[Newest value]]</th><th scope="col" class="num">[[Year]]</th><th scope="col">[[Progress (Open SDG method)]]</th><th scope="col">[[Vintage]]</th></tr></thead>
<tbody>{{#SERIES}}<tr><td><a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/{{TARGET_CODE}}">{{NUMBER}}</a></td><th scope="row">{{TITLE}} <small>{{DIMENSIONS}}</small></th><td class="num">{{VALUE}}</td><td class="num">{{YEAR}}</td><td>{{VERDICT}}</td><td>{{VINTAGE}}</td></tr>
{{/SERIES}}</tbody></table></div>
</section>
{{/OFFICIAL}}
<p class="meta"><a href="{{PREFIX}}/{{FRAMEWORK}}/compare?domain=overall">[[Compare governments over time]]</a></p>
{{>DOWNLOADS}}
