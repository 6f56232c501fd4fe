{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/">[[Indicators]]</a><span aria-current="page">{{CODE}}</span></nav>
<h1>{{PAGE_TITLE}}</h1>
{{#MEASURES}}<p class="lead">{{TEXT}}</p>{{/MEASURES}}
{{#RETIRED}}<p class="notice">[[This indicator is no longer asked.]]</p>{{/RETIRED}}
{{#REPLACES}}<p class="notice notice-warn">[[Break in series: it replaced]] <a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}} — {{TITLE}}</a>.</p>{{/REPLACES}}
{{#REPLACED_BY}}<p class="notice notice-warn">[[Break in series: it was replaced by]] <a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}} — {{TITLE}}</a>.</p>{{/REPLACED_BY}}
{{#NO_RESULTS}}<p class="notice">[[No period with this indicator has been released yet. Below is how it is defined.]]</p>{{/NO_RESULTS}}
{{>PERIODS}}
{{#RESULTS}}
<section><h2>[[Governments]], {{PERIOD}}</h2>
<div class="figures">{{#FIGURE}}<div><strong>{{TEXT}}</strong><span>{{LABEL}}</span></div>{{/FIGURE}}</div>
{{#NO_REGION}}<p class="notice">{{TEXT}}</p>{{/NO_REGION}}
{{#HIDDEN}}<p class="hint">{{TEXT}}</p>{{/HIDDEN}}
{{#EXPLAIN}}<p><a href="{{PREFIX}}/{{FRAMEWORK}}/explain/{{CODE}}/{{PERIOD}}">[[How these regional figures came about]]</a></p>{{/EXPLAIN}}
<div class="scroll" tabindex="0">{{>SPREAD}}</div>
<div class="scroll" tabindex="0" role="region" aria-label="[[Answers]]">
<table class="data">
<caption>[[In alphabetical order. No answer, not available, not applicable and suppressed are four different things, and none is zero.]]</caption>
<thead><tr><th scope="col">[[Government]]</th><th scope="col">[[Answer]] ({{UNIT}})</th>{{#SCORE_HEAD}}<th scope="col">[[Score, 0–100]]</th>{{/SCORE_HEAD}}<th scope="col">[[Remarks]]</th></tr></thead>
<tbody>
{{#ANSWER}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th>{{#VALUE_GIVEN}}<td>{{TEXT}}{{#LEVEL_TITLE}}: {{TEXT}}{{/LEVEL_TITLE}}{{#FRACTION}} <small>({{TEXT}})</small>{{/FRACTION}}</td>{{/VALUE_GIVEN}}{{#VALUE_HIDDEN}}<td class="band band-hidden">{{TEXT}}</td>{{/VALUE_HIDDEN}}{{#VALUE_NONE}}<td class="band band-none">{{TEXT}}</td>{{/VALUE_NONE}}{{>SCORE}}<td>{{#REASON}}<p>{{TEXT}}</p>{{/REASON}}{{#CARRIED}}<p>[[carried forward from]] {{PERIOD}}</p>{{/CARRIED}}{{#ANSWER_SOURCE}}<p>[[Source:]] {{TEXT}}</p>{{/ANSWER_SOURCE}}{{#NOTE}}<p>{{TEXT}}</p>{{/NOTE}}</td></tr>
{{/ANSWER}}
</tbody></table></div>
</section>
{{/RESULTS}}
{{#BREAKDOWNS}}
<section><h2>[[Breakdowns]], {{PERIOD}}</h2>
<dl class="facts">
<dt><span class="band band-hidden">[[suppressed]]</span></dt><dd>[[A figure from 1 to 4, or one from which such a figure could be worked out, with totals, other releases and what is shown. A 0 is shown as 0, unless an earlier release withheld it.]]</dd>
<dt><span class="band band-hidden">[[withheld]]</span></dt><dd>[[The whole breakdown is kept back, zeros and gaps too, because the total is too small to divide or its parts could not be protected otherwise.]]</dd>
<dt><span class="band band-none">[[not given]]</span></dt><dd>[[The government gave no number for it. That is not 0: a 0 is shown as 0.]]</dd>
</dl>
{{#BREAKDOWN}}<div class="scroll" tabindex="0" role="region" aria-label="{{TITLE}}"><table class="data">
<caption>{{TITLE}}</caption>
<thead><tr><th scope="col">[[Government]]</th>{{#CATEGORY}}<th scope="col" class="num">{{TITLE}}</th>{{/CATEGORY}}</tr></thead>
<tbody>
{{#BREAKDOWN_ROW}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th>{{#CELL}}{{#CELL_SHOWN}}<td class="num">{{TEXT}}</td>{{/CELL_SHOWN}}{{#CELL_HIDDEN}}<td class="num band band-hidden">{{TEXT}}</td>{{/CELL_HIDDEN}}{{#CELL_MISSING}}<td class="num band band-none">{{TEXT}}</td>{{/CELL_MISSING}}{{/CELL}}</tr>
{{/BREAKDOWN_ROW}}
</tbody></table></div>
{{/BREAKDOWN}}
<p class="hint">[[Each government is shown the breakdowns of the others in this form; totals are as each government cleared them. An answer that does not apply or is not available has no breakdown.]]</p>
</section>
{{/BREAKDOWNS}}
{{#TRENDS}}
<section><h2>[[Trend of each government]]</h2>
{{#CHAINED}}<p class="hint">[[The charts also show the scores of the indicators that this one replaced or was replaced by:]] {{/CHAINED}}{{#CHAIN}}{{COMMA}}<a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}}</a>{{/CHAIN}}{{#CHAINED}}. [[A dashed line is a break in series: the figures on its two sides answer different questions.]]</p>{{/CHAINED}}
<div class="multiples">
{{#TREND_ITEM}}<figure><figcaption><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></figcaption>{{>TREND}}{{#TREND_EMPTY}}<p class="band band-none">[[no data]]</p>{{/TREND_EMPTY}}</figure>
{{/TREND_ITEM}}
</div>
<details><summary>[[Trend in figures]]</summary>
<dl class="facts">{{#TREND_ROW}}<dt>{{TITLE}}</dt><dd>{{#TREND_VALUE}}{{#VALUE_BREAK}}<span class="break-mark">[[break]]</span> {{/VALUE_BREAK}}<span class="pair">{{WHEN}}: {{VALUE}}</span> {{/TREND_VALUE}}</dd>{{/TREND_ROW}}</dl></details>
</section>
{{/TRENDS}}
{{#OFFICIAL}}
<section><h2>[[Official figures beside it]]</h2>
<p class="hint">[[These come from the UN SDG Global Database, not from the answers of this framework. They may count differently; where they disagree, both are shown.]]</p>
{{#SERIES}}
<details{{#SERIES_OPEN}} open{{/SERIES_OPEN}}><summary><b>{{TITLE}}</b>, {{DIMENSIONS}}</summary>
<p class="meta">{{#SERIES_TARGET}}<a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/{{TARGET_CODE}}">[[SDG]] {{NUMBER}}</a> · {{/SERIES_TARGET}}<code>{{CODE}}</code>{{#SERIES_FILLED}} · [[Source: UN SDG Global Database, vintage]] {{VINTAGE}}{{/SERIES_FILLED}}</p>
{{#SERIES_EMPTY}}<p class="band band-none">[[no values for these governments]]</p>{{/SERIES_EMPTY}}
{{#SERIES_FILLED}}<div class="scroll" tabindex="0" role="region" aria-label="{{TITLE}}, {{DIMENSIONS}}"><table class="data">
<thead><tr><th scope="col">[[Year]]</th>{{#SERIES_HEAD}}<th scope="col" class="num">{{TITLE}}</th>{{/SERIES_HEAD}}</tr></thead>
<tbody>{{#SERIES_ROW}}<tr><th scope="row">{{YEAR}}</th>{{#SERIES_CELL}}<td class="num">{{TEXT}}</td>{{/SERIES_CELL}}</tr>{{/SERIES_ROW}}</tbody></table></div>{{/SERIES_FILLED}}</details>
{{/SERIES}}
</section>
{{/OFFICIAL}}
<section><h2>[[Definition]]</h2>
<dl class="facts">
<dt>[[Code and version]]</dt><dd>{{CODE}}, {{VERSION}}{{#IN_FORCE}} ({{TEXT}}){{/IN_FORCE}}</dd>
<dt>[[Kind of answer]]</dt><dd>{{TYPE}} ({{UNIT}})</dd>
<dt>[[How to read it]]</dt><dd>{{DIRECTION}}</dd>
{{#NUMERATOR}}<dt>[[Numerator]]</dt><dd>{{TEXT}}</dd>{{/NUMERATOR}}
{{#DENOMINATOR}}<dt>[[Denominator]]</dt><dd>{{TEXT}}</dd>{{/DENOMINATOR}}
{{#GUIDANCE}}<dt>[[How to answer]]</dt><dd>{{TEXT}}</dd>{{/GUIDANCE}}
{{#EVIDENCE}}<dt>[[What counts as evidence]]</dt><dd>{{TEXT}}</dd>{{/EVIDENCE}}
{{#AGENCY}}<dt>[[Who answers]]</dt><dd>{{TEXT}}</dd>{{/AGENCY}}
{{#INSTRUMENTS}}<dt>[[Instruments]]</dt><dd>{{TEXT}}</dd>{{/INSTRUMENTS}}
{{#TARGETS}}<dt>[[SDG targets]]</dt><dd><ul>{{#TARGET}}<li>{{#TARGET_LINK}}<a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/{{CODE}}">{{CODE}} {{TITLE}}</a>{{/TARGET_LINK}}{{#TARGET_TEXT}}{{CODE}}{{/TARGET_TEXT}}</li>{{/TARGET}}</ul></dd>{{/TARGETS}}
</dl>
{{#LEVELS}}<h3>[[Levels]]</h3>
<p class="hint">[[A level needs all criteria of the levels below it; from level 3 on, evidence.]]</p>
<ol class="levels" start="0">
{{#LEVEL}}<li value="{{NUMBER}}"><b>{{TITLE}}</b><ul>{{#CRITERION}}<li>{{TEXT}}</li>{{/CRITERION}}</ul></li>
{{/LEVEL}}
</ol>{{/LEVELS}}
{{#ITEMS}}<h3>[[Items]]</h3>
{{#GROUP}}{{#GROUP_TITLE}}<h4>{{TITLE}}</h4>{{/GROUP_TITLE}}<ul>{{#ITEM}}<li>{{TEXT}}</li>{{/ITEM}}</ul>
{{/GROUP}}{{/ITEMS}}
</section>
<p class="meta"><a href="{{COMPARE_HREF}}">[[Compare governments over time]]</a></p>
{{>DOWNLOADS}}
