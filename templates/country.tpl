{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/">[[Governments]]</a><span aria-current="page">{{PAGE_TITLE}}</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">{{FRAMEWORK_TITLE}}</p>
{{#NO_RESULTS}}<p class="notice">[[No period of this framework has been released yet. What is officially known stands below.]] <a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/">[[What will be asked: the indicators with their criteria]]</a></p>{{/NO_RESULTS}}
{{#RESULTS}}
{{>PERIODS}}
<section class="brief" aria-label="[[In short]]"><ul>{{#SENTENCE_ITEM}}<li>{{TEXT}}</li>
{{/SENTENCE_ITEM}}</ul>
<p class="links"><a href="{{PROFILE_HREF}}">[[Two-page profile, to print]]</a> <a href="{{COMPARE_HREF}}">[[Compare governments over time]]</a></p></section>
<section id="domains"><h2>[[Domains]], {{PERIOD}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Domains]]">
<table class="data bands stack">
<caption>[[Own scores, their change on the same questions, and the region’s spread beside them.]]</caption>
<thead><tr><th scope="col">[[Domain]]</th><th scope="col">[[Score, 0–100]]</th><th scope="col">[[Change]]</th><th scope="col">[[Beside the region]]</th><th scope="col" class="num">[[Region: lowest–highest]]</th><th scope="col" class="num">[[Region: median]]</th></tr></thead>
<tbody>
{{#DOMAIN_ROW}}<tr><th scope="row">{{#ROW_ALL}}{{TITLE}}{{/ROW_ALL}}{{#ROW_DOMAIN}}<a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/#{{CODE}}">{{TITLE}}</a>{{/ROW_DOMAIN}}{{#SCORE_EXPLAIN}} <small><a href="{{HREF}}">[[how it came about]]</a></small>{{/SCORE_EXPLAIN}}</th>{{>SCORE}}<td data-label="[[Change]]">{{#OWN_CHANGE}}{{TEXT}}{{/OWN_CHANGE}}{{#CHANGE_BREAK}}<span class="break-mark">[[break in series]]</span>{{/CHANGE_BREAK}}</td><td class="chart-cell">{{>SPREAD}}</td><td class="num" data-label="[[Region: lowest–highest]]">{{#REGION_RANGE}}<a href="{{HREF}}">{{TEXT}}</a>{{/REGION_RANGE}}</td><td class="num" data-label="[[Region: median]]">{{MEDIAN}}</td></tr>
{{/DOMAIN_ROW}}
</tbody></table></div>
{{>CHART_LINKS}}
<p class="legend">[[The dot is this government, a ring its score in the period before; the line reaches from the lowest to the highest of the region, the box holds the middle half, the tick is the median. The axis goes from 0 to 100.]]</p>
</section>
{{#TRENDS}}
<section id="trends"><h2>[[Own past beside the region]]</h2>
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
{{/TRENDS}}
{{#NEXT_STEPS}}
<section id="next"><h2>[[Next steps]]</h2>
<p class="hint">[[Ladders that have not reached their last level, and what the next level asks for. Nothing says in which order to take them.]]</p>
{{#STEP_DOMAIN}}<details><summary>{{TITLE}}: {{TEXT}}</summary>
<ul class="next">{{#NEXT_STEP}}<li id="next-{{CODE}}"><p><b><a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}}</a> {{TITLE}}</b></p><p>[[level]] {{FROM_LEVEL}} → {{TO_LEVEL}}: {{LEVEL_TITLE}}</p><ul>{{#CRITERION}}<li>{{TEXT}}</li>{{/CRITERION}}</ul></li>
{{/NEXT_STEP}}</ul></details>
{{/STEP_DOMAIN}}
</section>
{{/NEXT_STEPS}}
{{/RESULTS}}
{{#SDG_PANEL}}
<section id="sdg"><h2>[[SDG targets]]</h2>
<p class="hint">[[Own answers to the target’s indicators, and beside them the official series of the UN SDG Global Database with both verdicts; breakdowns, history and how each verdict came about stand on the page of each series.]] <a href="{{PREFIX}}/methods#sdg">[[Methods]]</a></p>
<div class="scroll" tabindex="0" role="region" aria-label="[[SDG targets]]"><table class="data bands sdg-panel stack">
<thead><tr><th scope="col">[[Target and series]]</th><th scope="col" class="num">[[Newest value (year)]]</th><th scope="col">[[Official verdicts]]</th>{{#OWN_COLUMN}}<th scope="col">[[Own answers: compliance score]]</th>{{/OWN_COLUMN}}</tr></thead>
{{#TARGET}}<tbody><tr class="total"><th scope="rowgroup" class="group"><a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/{{CODE}}">{{CODE}} {{TITLE}}</a>{{#MISSING_ITEM}} <small>{{TEXT}}{{#GAP}} [[Without a score:]] {{TEXT}}.{{/GAP}}</small>{{/MISSING_ITEM}}</th><td class="num"></td>{{>CELL_TOGETHER}}{{>SCORE}}</tr>
{{#SERIES}}<tr><th scope="row"><a href="{{HREF}}">{{TITLE}}</a> <small>{{DIMENSIONS}}</small>{{#SUPERSEDED}} <small>[[superseded by]] <a href="{{HREF}}">{{CODE}}</a>, [[not counted together]]</small>{{/SUPERSEDED}}{{#WHY_DIFFER}} <small><b>≠</b> {{TEXT}}</small>{{/WHY_DIFFER}}{{#NOTE}} <small>{{TEXT}}</small>{{/NOTE}}</th><td class="num" data-label="[[Newest value (year)]]">{{VALUE}}</td>{{>CELL_VERDICT}}{{#OWN_CELL}}<td></td>{{/OWN_CELL}}</tr>
{{/SERIES}}</tbody>
{{/TARGET}}</table></div>
</section>
{{/SDG_PANEL}}
{{#ANSWERED}}
<section id="answers"><h2>[[Indicators]], {{PERIOD}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Indicators]]"><table class="data bands stack">
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col">[[Answer]]</th><th scope="col">[[Score, 0–100]]</th><th scope="col" class="num">[[Region: lowest–highest (median)]]</th><th scope="col">[[Remarks and next step]]</th></tr></thead>
{{#ANSWER_DOMAIN}}<tbody><tr><th scope="rowgroup" colspan="5" class="group">{{TITLE}}</th></tr>
{{#ANSWER}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}}</a> {{TITLE}}</th>{{#VALUE_GIVEN}}<td data-label="[[Answer]]">{{TEXT}}</td>{{/VALUE_GIVEN}}{{#VALUE_HIDDEN}}<td class="band band-hidden" data-label="[[Answer]]">{{TEXT}}</td>{{/VALUE_HIDDEN}}{{#VALUE_NONE}}<td class="band band-none" data-label="[[Answer]]">{{TEXT}}</td>{{/VALUE_NONE}}{{>SCORE}}<td class="num" data-label="[[Region: lowest–highest (median)]]">{{#REGION_RANGE}}<a href="{{HREF}}">{{TEXT}} ({{MEDIAN}})</a>{{/REGION_RANGE}}</td><td>{{#REASON}}<p>{{TEXT}}</p>{{/REASON}}{{#CARRIED}}<p>[[carried forward from]] {{PERIOD}}</p>{{/CARRIED}}{{#NEXT_LEVEL}}<a href="#next-{{CODE}}">[[To reach level]] {{NUMBER}}</a>{{/NEXT_LEVEL}}</td></tr>
{{/ANSWER}}</tbody>
{{/ANSWER_DOMAIN}}
</table></div>
</section>
<section id="coverage"><h2>[[Coverage]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Coverage]]"><table class="data stack counts">
<thead><tr><th scope="col">[[Period]]</th><th scope="col" class="num">[[reported]]</th><th scope="col" class="num">[[not available]]</th><th scope="col" class="num">[[not applicable]]</th><th scope="col" class="num">{{NO_ANSWER}}</th><th scope="col" class="num">[[asked]]</th></tr></thead>
<tbody>{{#COVERAGE}}<tr><th scope="row">{{PERIOD}}</th><td class="num" data-label="[[reported]]">{{REPORTED}}</td><td class="num" data-label="[[not available]]">{{NOT_AVAILABLE}}</td><td class="num" data-label="[[not applicable]]">{{NOT_APPLICABLE}}</td><td class="num" data-label="{{NO_ANSWER}}">{{NONE}}</td><td class="num" data-label="[[asked]]">{{EXPECTED}}</td></tr>
{{/COVERAGE}}</tbody></table></div>
</section>
{{/ANSWERED}}
{{>DOWNLOADS}}
