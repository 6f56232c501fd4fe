{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/">[[Governments]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{PARTICIPANT_CODE}}">{{PAGE_TITLE}}</a><span aria-current="page">[[Two-page profile]]</span></nav>
<p class="profile-site">[[This page prints on two sheets of A4: use your browser’s Print command, or save it as PDF there.]]</p>
<div class="profile-site">{{>PERIODS}}</div>
<article class="two-pages">
<header><h1>{{PAGE_TITLE}}</h1><p>{{FRAMEWORK_TITLE}}{{#RESULTS}} · {{PERIOD}}{{/RESULTS}} · {{#FOR_PUBLIC}}[[For the public]]{{/FOR_PUBLIC}}{{#FOR_DONORS}}[[For donors]]{{/FOR_DONORS}}{{#FOR_MEMBERS}}[[For members]]{{/FOR_MEMBERS}}</p></header>
{{#NO_RESULTS}}<p class="notice">[[No period of this framework has been released yet. What is officially known stands below.]]</p>{{/NO_RESULTS}}
{{#RESULTS}}
<ul class="brief">{{#SENTENCE_ITEM}}<li>{{TEXT}}</li>
{{/SENTENCE_ITEM}}</ul>
<section><h2>[[Domains]], {{PERIOD}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Domains]]"><table class="data bands domains">
<thead><tr><th scope="col">[[Domain]]</th><th scope="col">[[Score, 0–100]]</th><th scope="col">[[Change]]</th><th scope="col">[[Beside the region]]</th><th scope="col" class="num">[[Region: lowest–highest]]</th><th scope="col" class="num">[[Region: median]]</th></tr></thead>
<tbody>
{{#DOMAIN_ROW}}<tr><th scope="row">{{#ROW_ALL}}{{TITLE}}{{/ROW_ALL}}{{#ROW_DOMAIN}}{{TITLE}}{{/ROW_DOMAIN}}</th>{{>SCORE}}<td>{{#OWN_CHANGE}}{{TEXT}}{{/OWN_CHANGE}}{{#CHANGE_BREAK}}<span class="break-mark">[[break in series]]</span>{{/CHANGE_BREAK}}</td><td class="chart-cell">{{>SPREAD}}</td><td class="num">{{#REGION_RANGE}}{{TEXT}}{{/REGION_RANGE}}</td><td class="num">{{MEDIAN}}</td></tr>
{{/DOMAIN_ROW}}
</tbody></table></div>
<p class="legend">[[The dot is this government, a ring its score in the period before; the line reaches from the lowest to the highest of the region, the box holds the middle half, the tick is the median. The axis goes from 0 to 100.]]</p>
</section>
{{#TRENDS}}<section class="trends"><h2>[[Own past beside the region]]</h2>
<div class="multiples">{{#CHART_ITEM}}<figure><figcaption>{{TITLE}}</figcaption>{{>CHART}}</figure>
{{/CHART_ITEM}}</div>
<p class="legend">[[The line is this government, the area reaches from the lowest to the highest of the region, the thin line is the median. A dashed line is a break in series.]]</p>
</section>{{/TRENDS}}
{{#NEXT_STEPS}}<section><h2>[[Next steps]]</h2>
<p class="legend">[[Ladders that have not reached their last level, and the name of the next one; its criteria stand on the government’s page.]]</p>
<div class="flow steps-flow">{{#STEP_DOMAIN}}<p><b>{{TITLE}}</b></p><ul>{{#NEXT_STEP}}<li>{{CODE}} {{TITLE}}: <b>{{FROM_LEVEL}}→{{TO_LEVEL}}</b> {{LEVEL_TITLE}}</li>
{{/NEXT_STEP}}</ul>
{{/STEP_DOMAIN}}</div>
</section>{{/NEXT_STEPS}}
{{/RESULTS}}
{{#SDG_PANEL}}
<section class="sheet-two"><h2>[[SDG targets]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[SDG targets]]"><table class="data bands">
<thead><tr><th scope="col" class="of-target">[[SDG target]]</th>{{#OWN_COLUMN}}<th scope="col" class="of-own">[[Own answers: compliance score]]</th>{{/OWN_COLUMN}}<th scope="col" class="of-together">[[Official series together (Open SDG method)]]</th><th scope="col">[[Official series: newest value and verdicts]]</th></tr></thead>
<tbody>{{#TARGET}}<tr><th scope="row">{{CODE}} {{TITLE}}</th>{{>SCORE}}{{>CELL_TOGETHER}}<td class="series">{{#SERIES}}<p><b>{{TITLE}}</b>: {{VALUE}}; {{VERDICT_LINE}}{{#DIFFERS}} ≠<sup>{{NUMBER}}</sup>{{/DIFFERS}}{{#SUPERSEDED}} ([[superseded by]] {{CODE}}, [[not counted together]]){{/SUPERSEDED}}</p>{{/SERIES}}{{#NEUTRAL_SERIES}}<p>{{TEXT}}</p>{{/NEUTRAL_SERIES}}</td></tr>
{{/TARGET}}</tbody></table></div>
{{#DIFFERENCES}}<p class="legend">[[Why the two methods differ:]]{{#DIFFERENCE_ITEM}} ≠<sup>{{NUMBER}}</sup> {{TEXT}}{{/DIFFERENCE_ITEM}}</p>{{/DIFFERENCES}}
</section>
{{/SDG_PANEL}}
{{#ANSWERED}}
<section><h2>[[Released answers]], {{PERIOD}}</h2>
<p class="legend">[[Coverage]]: {{#COVERAGE}}{{PERIOD}} – {{TEXT}}{{#COMMA_AFTER}}; {{/COMMA_AFTER}}{{/COVERAGE}}</p>
<div class="flow answers-flow">{{#ANSWER_DOMAIN}}<p><b>{{TITLE}}</b></p><ul>{{#ANSWER}}<li>{{CODE}} {{TITLE}}: {{#VALUE_GIVEN}}<b>{{TEXT}}</b>{{/VALUE_GIVEN}}{{#VALUE_NONE}}<i>{{TEXT}}</i>{{/VALUE_NONE}}</li>
{{/ANSWER}}</ul>
{{/ANSWER_DOMAIN}}</div>
</section>
{{/ANSWERED}}
<footer><p>[[Computed]] {{MADE_AT}} · [[run]] <code>{{RUN}}</code> · {{#SOURCE_LINE}}[[Source of the answers:]] {{TEXT}} · {{/SOURCE_LINE}}[[Official series: UN SDG Global Database, CC BY 4.0]] · [[Almaty Monitor]]. [[Comparisons are alphabetical; nobody is ranked.]]</p></footer>
</article>
