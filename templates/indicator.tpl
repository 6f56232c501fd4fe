{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/">[[Indicators]]</a><span aria-current="page">{{CODE}}</span></nav>
<h1>{{PAGE_TITLE}}</h1>
{{#MEASURES}}<p class="lead">{{TEXT}}</p>{{/MEASURES}}
{{#NOW}}<p class="story">{{TEXT}}</p>{{/NOW}}
{{#RETIRED}}<p class="notice">[[This indicator is no longer asked.]]</p>{{/RETIRED}}
{{#REPLACES}}<p class="notice notice-warn">[[Break in series: it replaced]] <a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}} — {{TITLE}}</a>.</p>{{/REPLACES}}
{{#REPLACED_BY}}<p class="notice notice-warn">[[Break in series: it was replaced by]] <a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}} — {{TITLE}}</a>.</p>{{/REPLACED_BY}}
{{#NO_RESULTS}}<p class="notice">[[No period with this indicator has been released yet. Below is how it is defined.]]</p>{{/NO_RESULTS}}
{{>PERIODS}}
<nav class="links jumps" aria-label="[[On this page]]">{{#RESULTS}}<a href="#now">[[Governments]]</a>{{/RESULTS}}{{#TRENDS}}<a href="#trend">[[Over time]]</a>{{/TRENDS}}{{#BREAKDOWNS}}<a href="#breakdowns">[[Breakdowns]]</a>{{/BREAKDOWNS}}{{#OFFICIAL}}<a href="#official">[[Official figures]]</a>{{/OFFICIAL}}{{#LIFT}}<a href="#lift">[[What would lift this]]</a>{{/LIFT}}{{#PRACTICE}}<a href="#practice">[[Shared practice]]</a>{{/PRACTICE}}<a href="#definition">[[Definition]]</a></nav>
{{#RESULTS}}
<section id="now"><h2>[[Governments]], {{PERIOD}}</h2>
<div class="figures">{{#FIGURE}}<div><strong>{{TEXT}}</strong><span>{{LABEL}}</span></div>{{/FIGURE}}</div>
{{#NO_REGION}}<p class="notice">{{TEXT}}</p>{{/NO_REGION}}
{{#HIDDEN}}<p class="hint">{{TEXT}}</p>{{/HIDDEN}}
{{#EXPLAIN}}<p><a href="{{HREF}}">[[How these regional figures came about]]</a></p>{{/EXPLAIN}}
{{>FIGURE_NOW}}
<div class="scroll" tabindex="0" role="region" aria-label="[[Answers]]">
<table class="data stack">
<caption>[[In alphabetical order. No answer, not available, not applicable and suppressed are four different things, and none is zero.]]</caption>
<thead><tr><th scope="col">[[Government]]</th><th scope="col">[[Answer]] ({{UNIT}})</th>{{#SCORE_HEAD}}<th scope="col">[[Score, 0–100]]</th>{{/SCORE_HEAD}}<th scope="col">[[Remarks]]</th></tr></thead>
<tbody>
{{#ANSWER}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th>{{#VALUE_GIVEN}}<td data-label="[[Answer]]">{{TEXT}}{{#LEVEL_TITLE}}: {{TEXT}}{{/LEVEL_TITLE}}{{#FRACTION}} <small>({{TEXT}})</small>{{/FRACTION}}</td>{{/VALUE_GIVEN}}{{#VALUE_HIDDEN}}<td class="band band-hidden" data-label="[[Answer]]">{{TEXT}}</td>{{/VALUE_HIDDEN}}{{#VALUE_NONE}}<td class="band band-none" data-label="[[Answer]]">{{TEXT}}</td>{{/VALUE_NONE}}{{>SCORE}}<td>{{#REASON}}<p>{{TEXT}}</p>{{/REASON}}{{#CARRIED}}<p>[[carried forward from]] {{PERIOD}}</p>{{/CARRIED}}{{#ANSWER_SOURCE}}<p>[[Source:]] {{TEXT}}</p>{{/ANSWER_SOURCE}}{{#NOTE}}<p>{{TEXT}}</p>{{/NOTE}}</td></tr>
{{/ANSWER}}
</tbody></table></div>
</section>
{{/RESULTS}}
{{#TRENDS}}
<section id="trend"><h2>[[Over time]]</h2>
{{#CHAINED}}<p class="hint">[[The charts also show the scores of the indicators that this one replaced or was replaced by:]] {{/CHAINED}}{{#CHAIN}}{{COMMA}}<a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}}</a>{{/CHAIN}}{{#CHAINED}}. [[A dashed line is a break in series: the figures on its two sides answer different questions.]]</p>{{/CHAINED}}
{{>FIGURE_TREND}}
<p class="meta"><a href="{{COMPARE_HREF}}">[[Compare governments over time]]</a></p>
<details><summary>[[Over time in figures]]</summary>
<div class="scroll" tabindex="0" role="region" aria-label="[[Over time in figures]]"><table class="data"><thead><tr><th scope="col">[[Government]]</th>{{#TREND_HEAD}}<th scope="col" class="{{CLASS}}">{{#VALUE_BREAK}}<span class="break-mark">[[break]]</span> {{/VALUE_BREAK}}{{WHEN}}{{#TREND_CODE}} <small>{{CODE}}</small>{{/TREND_CODE}}</th>{{/TREND_HEAD}}</tr></thead>
<tbody>{{#TREND_ROW}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th>{{#TREND_VALUE}}<td class="num">{{VALUE}}</td>{{/TREND_VALUE}}</tr>
{{/TREND_ROW}}</tbody></table></div></details>
</section>
{{/TRENDS}}
{{#BREAKDOWNS}}
<section id="breakdowns"><h2>[[Breakdowns]], {{PERIOD}}</h2>
{{#BREAKDOWN}}<div class="scroll" tabindex="0" role="region" aria-label="{{TITLE}}"><table class="data stack parts">
<caption>{{TITLE}}</caption>
<thead><tr><th scope="col">[[Government]]</th><th scope="col" class="num">[[All]]</th>{{#CATEGORY}}<th scope="col" class="num">{{TITLE}}</th>{{/CATEGORY}}</tr></thead>
<tbody>
{{#BREAKDOWN_ROW}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th><td class="num total" data-label="[[All]]">{{TOTAL}}</td>{{#CELL}}{{#CELL_SHOWN}}<td class="num" data-label="{{LABEL}}">{{TEXT}}{{#SHARE}} <small>{{TEXT}}</small><svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><path class="share-all" d="M0,3H100"/><path class="share-part" d="M0,3H{{WIDTH}}"/></svg>{{/SHARE}}</td>{{/CELL_SHOWN}}{{#CELL_HIDDEN}}<td class="num band band-hidden" data-label="{{LABEL}}">{{TEXT}}</td>{{/CELL_HIDDEN}}{{#CELL_MISSING}}<td class="num band band-none" data-label="{{LABEL}}">{{TEXT}}</td>{{/CELL_MISSING}}{{/CELL}}</tr>
{{/BREAKDOWN_ROW}}
</tbody></table></div>
{{/BREAKDOWN}}
<dl class="facts">
<dt><span class="band band-hidden">[[suppressed]]</span></dt><dd>[[A figure from 1 to 4, or one from which such a figure could be worked out, with totals, other releases and what is shown. A 0 is shown as 0, unless an earlier release withheld it.]]</dd>
<dt><span class="band band-hidden">[[withheld]]</span></dt><dd>[[The whole breakdown is kept back, zeros and gaps too, because the total is too small to divide or its parts could not be protected otherwise.]]</dd>
<dt><span class="band band-none">[[not given]]</span></dt><dd>[[The government gave no number for it. That is not 0: a 0 is shown as 0.]]</dd>
</dl>
<p><a href="{{EXPLAIN_HREF}}">[[Why some numbers are not shown]]</a></p>
<p class="hint">[[Each government is shown the breakdowns of the others in this form; totals are as each government cleared them. An answer that does not apply or is not available has no breakdown.]]</p>
{{#OTHERS_HEAD}}<h3>[[Other periods]]</h3>{{/OTHERS_HEAD}}
{{#BREAKDOWN_OTHER}}<details><summary>{{PERIOD}}</summary>
{{#BREAKDOWN}}<div class="scroll" tabindex="0" role="region" aria-label="{{TITLE}}, {{PERIOD}}"><table class="data">
<caption>{{TITLE}}, {{PERIOD}}</caption>
<thead><tr><th scope="col">[[Government]]</th><th scope="col" class="num">[[All]]</th>{{#CATEGORY}}<th scope="col" class="num">{{TITLE}}</th>{{/CATEGORY}}</tr></thead>
<tbody>
{{#BREAKDOWN_ROW}}<tr><th scope="row">{{TITLE}}</th><td class="num total">{{TOTAL}}</td>{{#CELL}}{{#CELL_SHOWN}}<td class="num">{{TEXT}}{{#SHARE}} <small>{{TEXT}}</small>{{/SHARE}}</td>{{/CELL_SHOWN}}{{#CELL_HIDDEN}}<td class="num band band-hidden">{{TEXT}}</td>{{/CELL_HIDDEN}}{{#CELL_MISSING}}<td class="num band band-none">{{TEXT}}</td>{{/CELL_MISSING}}{{/CELL}}</tr>
{{/BREAKDOWN_ROW}}
</tbody></table></div>
{{/BREAKDOWN}}</details>
{{/BREAKDOWN_OTHER}}
</section>
{{/BREAKDOWNS}}
{{#OFFICIAL}}
<section id="official"><h2>[[Official figures beside it]]</h2>
<p class="hint">[[These come from the UN SDG Global Database, not from the answers of this framework. They may count differently; where they disagree, both are shown.]] [[Why they may differ: another definition, another year, cases counted when they were found or when they were judged, and corrections made after one of the two was published.]]</p>
{{#SERIES}}
<details{{#SERIES_OPEN}} open{{/SERIES_OPEN}}><summary><b>{{TITLE}}</b>, {{DIMENSIONS}}</summary>
<p class="meta">{{#SERIES_TARGET}}<a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/{{TARGET_CODE}}">[[SDG]] {{NUMBER}}</a> · {{/SERIES_TARGET}}<code>{{CODE}}</code>{{#SERIES_FILLED}} · [[Source: UN SDG Global Database, vintage]] {{VINTAGE}}{{/SERIES_FILLED}}</p>
{{#SERIES_EMPTY}}<p class="band band-none">[[no values for these governments]]</p>{{/SERIES_EMPTY}}
{{>FIGURE_OFFICIAL}}
{{#SERIES_FILLED}}<div class="scroll" tabindex="0" role="region" aria-label="{{TITLE}}, {{DIMENSIONS}}"><table class="data">
<thead><tr><th scope="col">[[Year]]</th>{{#SERIES_HEAD}}<th scope="col" class="num">{{TITLE}}</th>{{/SERIES_HEAD}}</tr></thead>
<tbody>{{#SERIES_ROW}}<tr><th scope="row">{{YEAR}}</th>{{#SERIES_CELL}}<td class="num">{{TEXT}}</td>{{/SERIES_CELL}}</tr>{{/SERIES_ROW}}</tbody></table></div>{{/SERIES_FILLED}}</details>
{{/SERIES}}
</section>
{{/OFFICIAL}}
{{#LIFT}}
<section id="lift"><h2>[[What would lift this]], {{PERIOD}}</h2>
{{#LIFT_LADDER}}<p class="hint">[[Where governments stand, and what the next level asks for. A level needs all criteria of the levels below it; from level 3 on, evidence.]]</p>
<div class="cards wide">{{#LIFT_LEVEL}}<div class="card" id="level-{{NUMBER}}"><h3>[[Level]] {{NUMBER}}: {{TITLE}}</h3><p class="quiet">{{N_HERE}}</p>
{{#LIFT_NEXT}}<p><b>[[The next level]], {{NUMBER}} — {{TITLE}}, [[asks for]]:</b></p><ul>{{#CRITERION}}<li>{{TEXT}}</li>{{/CRITERION}}</ul>{{/LIFT_NEXT}}{{#LIFT_TOP}}<p>[[The highest level: it stays there as long as all criteria are met, monitored and shown with evidence.]]</p>{{/LIFT_TOP}}</div>
{{/LIFT_LEVEL}}</div>
<div class="scroll" tabindex="0" role="region" aria-label="[[Its next step]]"><table class="data stack inputs"><caption>[[In alphabetical order]]</caption><thead><tr><th scope="col">[[Government]]</th><th scope="col">[[Stands at]]</th><th scope="col">[[Its next step]]</th></tr></thead>
<tbody>{{#LIFT_STEP}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th><td data-label="[[Stands at]]">{{VALUE}}</td><td data-label="[[Its next step]]"><a href="#level-{{NUMBER}}">{{STEP}}</a></td></tr>
{{/LIFT_STEP}}</tbody></table></div>{{/LIFT_LADDER}}
{{#LIFT_ITEMS}}{{#LIFT_ITEMS_SOME}}<p class="hint">[[Of the governments that told which items they meet: those that fewest meet come first.]]</p>{{/LIFT_ITEMS_SOME}}{{#LIFT_ITEMS_NONE}}<p>[[Too few governments told which items they meet. All items stand in the definition below.]]</p>{{/LIFT_ITEMS_NONE}}
<ul class="shares">{{#LIFT_ITEM}}<li>{{TITLE}}<span><progress max="{{MOST}}" value="{{VALUE}}" aria-label="{{TITLE}}"></progress> [[met by]] {{TEXT}}</span></li>
{{/LIFT_ITEM}}</ul>{{/LIFT_ITEMS}}
{{#LIFT_WORDS}}<p>{{TEXT}}</p><dl class="facts">{{#NUMERATOR}}<dt>[[Numerator]]</dt><dd>{{TEXT}}</dd>{{/NUMERATOR}}{{#DENOMINATOR}}<dt>[[Denominator]]</dt><dd>{{TEXT}}</dd>{{/DENOMINATOR}}{{#GUIDANCE}}<dt>[[How to answer]]</dt><dd>{{TEXT}}</dd>{{/GUIDANCE}}{{#EVIDENCE}}<dt>[[What counts as evidence]]</dt><dd>{{TEXT}}</dd>{{/EVIDENCE}}</dl>{{/LIFT_WORDS}}
</section>
{{/LIFT}}
{{#PRACTICE}}
<section id="practice"><h2>[[Governments that share their practice]], {{PERIOD}}</h2>
{{#PRACTICE_SOME}}<p class="hint">[[Evidence that these governments share with those who may see their answer, in alphabetical order. Texts and links are theirs; links lead away from this site.]]</p>{{/PRACTICE_SOME}}
{{#PRACTICE_NONE}}<p>[[No government shares evidence with those who may see this page.]]</p>{{/PRACTICE_NONE}}
<div class="cards wide">{{#PRACTICE_ITEM}}<div class="card"><h3><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a> <span class="tag">{{VALUE}}</span></h3><ul>
{{#PRACTICE_EVIDENCE}}<li>{{#PRACTICE_CITATION}}<bdi>{{TEXT}}</bdi>{{/PRACTICE_CITATION}}{{#PRACTICE_LINK}}<a href="{{TEXT}}" rel="nofollow noopener noreferrer"><bdi>{{TEXT}}</bdi></a>{{/PRACTICE_LINK}}{{#PRACTICE_FILE}}<bdi>{{TEXT}}</bdi> <span class="hint">([[a file: ask the government’s focal point for it]])</span>{{/PRACTICE_FILE}}</li>
{{/PRACTICE_EVIDENCE}}</ul></div>
{{/PRACTICE_ITEM}}</div>
</section>
{{/PRACTICE}}
<section id="definition"><h2>[[Definition in full]]</h2>
{{#REMARK}}<p class="notice">{{TEXT}}</p>{{/REMARK}}
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
{{#VERSIONS}}<h3>[[Versions, and what each changed]]</h3>
{{#VERSION_ITEM}}<details><summary>[[Version]] {{VERSION}}{{#IN_FORCE}} ({{TEXT}}){{/IN_FORCE}}</summary>
{{#VERSION_FIRST}}<p>[[The first version.]]</p>{{/VERSION_FIRST}}{{#VERSION_SAME}}<p>[[No text changed; rules or items may have.]]</p>{{/VERSION_SAME}}
<dl class="diff">{{#VERSION_CHANGE}}<dt>{{TITLE}}</dt><dd>{{#BEFORE}}<del>{{TEXT}}</del> {{/BEFORE}}{{#AFTER}}<ins>{{TEXT}}</ins>{{/AFTER}}</dd>{{/VERSION_CHANGE}}</dl></details>
{{/VERSION_ITEM}}{{/VERSIONS}}
</section>
{{>DOWNLOADS}}
