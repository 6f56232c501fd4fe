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
<div class="scroll" tabindex="0" role="region" aria-label="[[Compliance]]"><table class="data bands">
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
<p class="hint">[[Source: UN SDG Global Database, United Nations Statistics Division, CC BY 4.0. A year that the source writes as 2015–16 counts as 2015. Two methods judge the same series and ask different things: Open SDG how fast the value moves, compared with the pace needed from the base year on; the UN Progress Chart 2023 where the value would stand in 2030 at that pace.]] <a href="{{PREFIX}}/methods#sdg">[[Methods]]</a></p>
<ul class="contents">{{#CONTENTS}}<li><a href="#{{CODE}}">{{TITLE}}</a></li>
{{/CONTENTS}}</ul>
{{#SERIES}}
<article id="{{CODE}}"><h3>{{TITLE}}</h3>
<p class="meta">[[SDG indicator]] {{NUMBER}} · <code>{{CODE}}</code> · {{UNIT}} · {{DIRECTION}}{{#GOAL_VALUE}} · [[target]]: {{VALUE}} ({{YEAR}}){{/GOAL_VALUE}}{{#GOAL_NONE}} · [[no number was agreed as the target]]{{/GOAL_NONE}}</p>
{{#SERIES_EMPTY}}<p class="band band-none">[[No values for these governments.]]</p>{{/SERIES_EMPTY}}
{{#SERIES_NEUTRAL}}<p class="notice">[[Figure and trend only: fewer detected victims may mean fewer victims or less detection, so that no verdict is shown here. What the methods would say stands, with this warning, on the pages behind “not judged”.]]</p>{{/SERIES_NEUTRAL}}
{{#MAIN_TABLE}}
<div class="multiples five">{{#CHART_ITEM}}<figure><figcaption>{{TITLE}}</figcaption>{{>CHART}}</figure>
{{/CHART_ITEM}}</div>
{{#CHART_NONE}}<p class="hint">[[No values of:]] {{TEXT}}</p>{{/CHART_NONE}}
{{>CHART_LINKS}}
{{#PROGRESS}}<div class="scroll" tabindex="0" role="region" aria-label="{{TITLE}}: [[Verdicts]]"><table class="data bands verdicts stack">
<caption>{{DIMENSIONS}}</caption>
<thead><tr><th scope="col">[[Government]]</th><th scope="col" class="num">[[Base]]</th><th scope="col" class="num">[[Newest]]</th><th scope="col">[[Progress since the base year]]</th><th scope="col">[[Why the methods differ; remarks]]</th></tr></thead>
<tbody>{{#PROGRESS_ROW}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a>{{#OTHER_DIMENSIONS}} <small>{{TEXT}}</small>{{/OTHER_DIMENSIONS}}</th><td class="num" data-label="[[Base]]">{{BASE}}</td><td class="num" data-label="[[Newest]]">{{CURRENT}}</td>{{>CELL_VERDICT}}<td class="remarks">{{#WHY_DIFFER}}<p id="why-{{SERIES_CODE}}-{{CODE}}"><b>≠</b> {{TEXT}}</p>{{/WHY_DIFFER}}{{#NOTE}}<p>{{TEXT}}</p>{{/NOTE}}</td></tr>
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
