{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/">[[SDG targets]]</a><span aria-current="page">{{CODE}}</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">[[Goal]] {{GOAL_CODE}}. {{GOAL_TITLE}}</p>
<section id="compliance"><h2>[[What governments say of themselves]]</h2>
{{#NO_INDICATORS}}<p>[[No indicator of this framework belongs to this target.]]</p>{{/NO_INDICATORS}}
{{#COMPLIANCE}}
<div class="scroll" tabindex="0" role="region" aria-label="[[Compliance]]"><table class="data bands">
<caption>[[Compliance scores]], {{PERIOD}}: [[the mean of the target’s indicators for a government, and the mean of the governments for the region.]]</caption>
<thead><tr><th scope="col">[[Government]]</th><th scope="col">[[Score, 0–100]]</th><th scope="col">[[Based on]]</th></tr></thead>
<tbody>{{#REGION_ROW}}<tr class="total"><th scope="row">{{TITLE}}</th>{{>SCORE}}<td>{{TEXT}}</td></tr>{{/REGION_ROW}}
{{#COMPLIANCE_ROW}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th>{{>SCORE}}<td>{{TEXT}}</td></tr>
{{/COMPLIANCE_ROW}}
{{#EARLIER}}<tr><th scope="row">{{TITLE}}, {{PERIOD}}</th>{{>SCORE}}<td>{{TEXT}}</td></tr>{{/EARLIER}}</tbody></table></div>
{{/COMPLIANCE}}
{{#SOME_INDICATORS}}<p>[[Indicators of this framework that belong to the target:]]</p>
<ul>{{#INDICATOR}}<li><a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}}</a> {{TITLE}}{{#NOT_COUNTED}} <small>([[shown, but not part of the score]])</small>{{/NOT_COUNTED}}</li>
{{/INDICATOR}}</ul>{{/SOME_INDICATORS}}
</section>
<section id="official"><h2>[[What official statistics say]]</h2>
{{#NO_SERIES}}<p class="band band-none">[[No official series of this target is followed here.]]</p>{{/NO_SERIES}}
<p class="hint">[[Source: UN SDG Global Database, United Nations Statistics Division, CC BY 4.0. Two methods judge the same series, and they may differ: the Open SDG method asks how fast the value moved compared with the pace needed from the base year; the UN Progress Chart 2023 asks where the value would stand in 2030 if that pace went on. A fast early fall can be “moderate” by the first and “on track” by the second.]] <a href="{{PREFIX}}/methods#sdg">[[Methods]]</a></p>
<ul class="contents">{{#CONTENTS}}<li><a href="#{{CODE}}">{{TITLE}}</a></li>
{{/CONTENTS}}</ul>
{{#SERIES}}
<article id="{{CODE}}"><h3>{{TITLE}}</h3>
<p class="meta">[[SDG indicator]] {{NUMBER}} · <code>{{CODE}}</code> · {{UNIT}} · {{DIRECTION}}{{#GOAL_VALUE}} · [[target]]: {{VALUE}} ({{YEAR}}){{/GOAL_VALUE}}{{#GOAL_NONE}} · [[no number was agreed as the target]]{{/GOAL_NONE}}</p>
{{#SERIES_EMPTY}}<p class="band band-none">[[No values for these governments.]]</p>{{/SERIES_EMPTY}}
{{#SERIES_NEUTRAL}}<p class="notice">[[Figure and trend only: fewer detected victims may mean fewer victims or less detection, so that no verdict is shown here. What the methods would say stands, with this warning, on the pages behind “not judged”.]]</p>{{/SERIES_NEUTRAL}}
{{#MAIN_TABLE}}
<figure class="wide" tabindex="0">{{>CHART}}</figure>
{{#PROGRESS}}<div class="scroll" tabindex="0" role="region" aria-label="{{TITLE}}: [[Verdicts]]"><table class="data bands">
<caption>{{DIMENSIONS}}</caption>
<thead><tr><th scope="col">[[Government]]</th><th scope="col" class="num">[[Base]]</th><th scope="col" class="num">[[Newest]]</th><th scope="col">[[Progress since the base year]]</th></tr></thead>
<tbody>{{#PROGRESS_ROW}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th><td class="num">{{BASE}}</td><td class="num">{{CURRENT}}</td>{{>CELL_VERDICT}}</tr>
{{/PROGRESS_ROW}}</tbody></table></div>{{/PROGRESS}}
<details><summary>[[Values by year]]</summary>
<div class="scroll" tabindex="0" role="region" aria-label="{{TITLE}}: [[Values by year]]"><table class="data">
<caption>{{DIMENSIONS}} · {{UNIT}} · [[vintage]] {{VINTAGE}}</caption>
<thead><tr><th scope="col">[[Year]]</th>{{#TABLE_HEAD}}<th scope="col" class="num">{{TITLE}}</th>{{/TABLE_HEAD}}</tr></thead>
<tbody>{{#TABLE_ROW}}<tr><th scope="row">{{YEAR}}</th>{{#TABLE_CELL}}<td class="num">{{TEXT}}{{#NATURE}} <abbr title="{{TITLE}}">{{CODE}}</abbr>{{/NATURE}}</td>{{/TABLE_CELL}}</tr>
{{/TABLE_ROW}}</tbody></table></div></details>
{{/MAIN_TABLE}}
{{#BREAKDOWNS}}<details><summary>{{TEXT}}</summary>{{/BREAKDOWNS}}
{{#BREAKDOWN}}<div class="scroll" tabindex="0" role="region" aria-label="{{DIMENSIONS}}"><table class="data">
<caption>{{DIMENSIONS}} · {{UNIT}} · [[vintage]] {{VINTAGE}}</caption>
<thead><tr><th scope="col">[[Year]]</th>{{#TABLE_HEAD}}<th scope="col" class="num">{{TITLE}}</th>{{/TABLE_HEAD}}</tr></thead>
<tbody>{{#TABLE_ROW}}<tr><th scope="row">{{YEAR}}</th>{{#TABLE_CELL}}<td class="num">{{TEXT}}{{#NATURE}} <abbr title="{{TITLE}}">{{CODE}}</abbr>{{/NATURE}}</td>{{/TABLE_CELL}}</tr>
{{/TABLE_ROW}}</tbody></table></div>
{{/BREAKDOWN}}
{{#BREAKDOWNS}}</details>{{/BREAKDOWNS}}
{{#REVISIONS}}<details><summary>{{TEXT}}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="{{TITLE}}: [[Revisions]]"><table class="data">
<thead><tr><th scope="col">[[Government]]</th><th scope="col">[[Year]]</th><th scope="col">[[Breakdown]]</th><th scope="col">[[Change]]</th><th scope="col" class="num">[[before]]</th><th scope="col" class="num">[[after]]</th><th scope="col">[[Vintages]]</th></tr></thead>
<tbody>{{#REVISION}}<tr><th scope="row">{{TITLE}}</th><td>{{YEAR}}</td><td>{{DIMENSIONS}}</td><td>{{KIND}}</td><td class="num">{{OLD}}</td><td class="num">{{NEW}}</td><td>{{VINTAGES}}</td></tr>
{{/REVISION}}</tbody></table></div></details>{{/REVISIONS}}
</article>
{{/SERIES}}
</section>
{{>DOWNLOADS}}
