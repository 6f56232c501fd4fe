{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/">[[SDG targets]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/{{TARGET_CODE}}">{{TARGET_CODE}}</a><span aria-current="page">{{CODE}}</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead"><a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/{{TARGET_CODE}}">[[SDG target]] {{TARGET_CODE}} {{TARGET_TITLE}}</a></p>
<p class="meta">[[SDG indicator]] {{NUMBER}} · <code>{{CODE}}</code> · {{UNIT}} · {{DIRECTION}}{{#GOAL_VALUE}} · [[target]]: {{VALUE}} ({{YEAR}}){{/GOAL_VALUE}}{{#GOAL_NONE}} · [[no number was agreed as the target]]{{/GOAL_NONE}}</p>
{{#NEUTRAL_VICTIMS}}<p class="notice">[[Figure and trend only: fewer detected victims may mean fewer victims or less detection, so that no verdict is shown here. What the methods would say stands, with this warning, on the pages behind “not judged”.]]</p>{{/NEUTRAL_VICTIMS}}
{{#NEUTRAL_OTHER}}<p class="notice">[[Figure and trend only: neither more nor less is better in itself, so that no verdict is shown here.]]</p>{{/NEUTRAL_OTHER}}
{{#SUPERSEDED}}<p class="notice">[[The source continues this series under another code:]] <a href="{{HREF}}">{{CODE}}</a>. [[Both tell the same thing, so that this one is not counted when the official series of the target are taken together.]]</p>{{/SUPERSEDED}}
{{#SERIES_EMPTY}}<p class="band band-none">[[No values for these governments.]]</p>{{/SERIES_EMPTY}}
{{#CHARTS}}<section id="charts"><h2>[[Over time]]</h2>
<p class="hint">{{DIMENSIONS}} · {{UNIT}}</p>
<div class="multiples five">{{#CHART_ITEM}}<figure><figcaption>{{TITLE}}</figcaption>{{>CHART}}</figure>
{{/CHART_ITEM}}</div>
{{#CHART_NONE}}<p class="hint">[[No values of:]] {{TEXT}}</p>{{/CHART_NONE}}
{{>CHART_LINKS}}
</section>{{/CHARTS}}
{{#PROGRESS}}<section id="verdicts"><h2>[[How governments stand]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Verdicts]]"><table class="data bands verdicts stack">
<caption>{{DIMENSIONS}}</caption>
<thead><tr><th scope="col">[[Government]]</th><th scope="col" class="num">[[Base]]</th><th scope="col" class="num">[[Newest]]</th><th scope="col">[[Verdicts]]</th>{{#JUDGED}}<th scope="col">[[Why the methods differ; remarks]]</th>{{/JUDGED}}</tr></thead>
<tbody>{{#PROGRESS_ROW}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a>{{#OTHER_DIMENSIONS}} <small>{{TEXT}}</small>{{/OTHER_DIMENSIONS}}</th><td class="num" data-label="[[Base]]">{{BASE}}</td><td class="num" data-label="[[Newest]]">{{CURRENT}}</td>{{>CELL_VERDICT}}{{#REMARKS}}<td class="remarks">{{#WHY_DIFFER}}<p id="why-{{CODE}}"><b>≠</b> {{TEXT}}</p>{{/WHY_DIFFER}}{{#NOTE}}<p>{{TEXT}}</p>{{/NOTE}}</td>{{/REMARKS}}</tr>
{{/PROGRESS_ROW}}</tbody></table></div>
{{#JUDGED}}<p class="hint">[[Two methods judge the same series and ask different things: Open SDG how fast the value moves, compared with the pace needed from the base year on; the UN Progress Chart 2023 where the value would stand in 2030 at that pace.]] <a href="{{PREFIX}}/methods#sdg">[[Methods]]</a></p>{{/JUDGED}}
</section>{{/PROGRESS}}
{{#MAIN_TABLE}}<section id="values"><h2>[[Values by year]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Values by year]]"><table class="data">
<caption>{{DIMENSIONS}} · {{UNIT}} · [[vintage]] {{VINTAGE}}</caption>
<thead><tr><th scope="col">[[Year]]</th>{{#TABLE_HEAD}}<th scope="col" class="num">{{TITLE}}</th>{{/TABLE_HEAD}}</tr></thead>
<tbody>{{#TABLE_ROW}}<tr><th scope="row">{{YEAR}}</th>{{#TABLE_CELL}}<td class="num">{{TEXT}}{{#NATURE}} <abbr title="{{TITLE}}">{{CODE}}</abbr>{{/NATURE}}</td>{{/TABLE_CELL}}</tr>
{{/TABLE_ROW}}</tbody></table></div>
</section>{{/MAIN_TABLE}}
{{#BREAKDOWNS}}<section id="breakdowns"><h2>{{TEXT}}</h2>
{{#BREAKDOWN}}<details><summary>{{DIMENSIONS}}</summary><div class="scroll" tabindex="0" role="region" aria-label="{{DIMENSIONS}}"><table class="data">
<caption>{{UNIT}} · [[vintage]] {{VINTAGE}}</caption>
<thead><tr><th scope="col">[[Year]]</th>{{#TABLE_HEAD}}<th scope="col" class="num">{{TITLE}}</th>{{/TABLE_HEAD}}</tr></thead>
<tbody>{{#TABLE_ROW}}<tr><th scope="row">{{YEAR}}</th>{{#TABLE_CELL}}<td class="num">{{TEXT}}{{#NATURE}} <abbr title="{{TITLE}}">{{CODE}}</abbr>{{/NATURE}}</td>{{/TABLE_CELL}}</tr>
{{/TABLE_ROW}}</tbody></table></div></details>
{{/BREAKDOWN}}
</section>{{/BREAKDOWNS}}
<section id="revisions"><h2>[[Source and revisions]]</h2>
<p>[[Source: UN SDG Global Database, United Nations Statistics Division, CC BY 4.0; vintages kept here:]] {{VINTAGES}}. [[For each government the newest vintage with the series is shown.]] [[A year that the source writes as 2015–16 counts as 2015.]]</p>
{{#REVISIONS}}<p>{{TEXT}}:</p>
<div class="scroll" tabindex="0" role="region" aria-label="[[Revisions]]"><table class="data stack">
<thead><tr><th scope="col">[[Government]]</th><th scope="col">[[Year]]</th><th scope="col">[[Breakdown]]</th><th scope="col">[[Change]]</th><th scope="col" class="num">[[before]]</th><th scope="col" class="num">[[after]]</th><th scope="col">[[Vintages]]</th></tr></thead>
<tbody>{{#REVISION}}<tr><th scope="row">{{TITLE}}</th><td data-label="[[Year]]">{{YEAR}}</td><td data-label="[[Breakdown]]">{{DIMENSIONS}}</td><td data-label="[[Change]]">{{KIND}}</td><td class="num" data-label="[[before]]">{{OLD}}</td><td class="num" data-label="[[after]]">{{NEW}}</td><td data-label="[[Vintages]]">{{VINTAGES}}</td></tr>
{{/REVISION}}</tbody></table></div>{{/REVISIONS}}
{{#REVISIONS_NONE}}<p>[[No value of its history differs between two of them.]]</p>{{/REVISIONS_NONE}}
</section>
{{#OTHER_SERIES}}<nav aria-label="[[Other series of the target]]"><h2>[[Other series of the target]]</h2>
<ul>{{#SERIES}}<li><a href="{{HREF}}">{{TITLE}}</a></li>
{{/SERIES}}</ul></nav>{{/OTHER_SERIES}}
{{>DOWNLOADS}}
