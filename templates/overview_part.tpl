{{%AUTOESCAPE context="HTML"}}
<section class="overview">
<h2>{{FRAMEWORK_TITLE}}, {{PERIOD}}</h2>
{{>PERIODS}}
<div class="region">
<div>
<p class="story">{{#SENTENCES}}{{SENTENCE}} {{/SENTENCES}}</p>
<div class="figures">
{{#MEAN}}<div><strong>{{SCORE}}</strong><span>[[Regional mean, all domains]] · [[of 100]] · {{BAND_NAME}}</span></div>{{/MEAN}}
{{#RANGE}}<div><strong>{{TEXT}}</strong><span>[[Spread in the region]] · [[median]] {{MEDIAN}}</span></div>{{/RANGE}}
<div><strong>{{REPORTING}}</strong><span>[[Governments with enough answers]]</span></div>
</div>
<p class="meta">[[Released]] {{RELEASED}} · <a href="{{REPORT_HREF}}">[[Report of this round, to read and print]]</a> · <a href="{{PREFIX}}/{{FRAMEWORK}}/releases/">[[All releases and corrections]]</a></p>
{{#BREAKS}}<p class="notice notice-warn"><b>{{TEXT}}</b> [[From these periods on the questions were others. Figures on either side of a break are not compared with each other.]]</p>{{/BREAKS}}
{{#HIDDEN}}<p class="hint">{{TEXT}}</p>{{/HIDDEN}}
</div>
{{>MAP}}
</div>
<h3>[[Biggest moves]]</h3>
{{#MOVES}}<div class="scroll" tabindex="0" role="region" aria-label="[[Biggest moves]]">
<table class="data stack moved">
<caption>[[The largest changes since the period before]] ({{PERIOD}}), [[where both have the same questions: three in each direction, more where several are as large; in alphabetical order. Regional means are over the governments with a score in both.]] [[Changes are computed before figures are rounded.]]</caption>
<thead><tr><th scope="col">[[What]]</th><th scope="col">[[Up]]</th><th scope="col">[[Down]]</th></tr></thead>
<tbody>
{{#MOVE_ROW}}<tr><th scope="row">{{TITLE}}</th><td data-label="[[Up]]"><ul class="plain">{{#MOVE_UP}}<li><a href="{{HREF}}">{{TITLE}}</a> <span class="nowrap"><b>{{CHANGE_TEXT}}</b> <small>({{TEXT}}{{#MOVE_DIRECTION}}; {{DIRECTION}}{{/MOVE_DIRECTION}})</small></span></li>{{/MOVE_UP}}{{#MOVE_UP_MORE}}<li>[[… and others by as much]]</li>{{/MOVE_UP_MORE}}</ul></td><td data-label="[[Down]]"><ul class="plain">{{#MOVE_DOWN}}<li><a href="{{HREF}}">{{TITLE}}</a> <span class="nowrap"><b>{{CHANGE_TEXT}}</b> <small>({{TEXT}}{{#MOVE_DIRECTION}}; {{DIRECTION}}{{/MOVE_DIRECTION}})</small></span></li>{{/MOVE_DOWN}}{{#MOVE_DOWN_MORE}}<li>[[… and others by as much]]</li>{{/MOVE_DOWN_MORE}}</ul></td></tr>
{{/MOVE_ROW}}
</tbody>
</table>
</div>{{/MOVES}}
{{#NO_MOVES}}<p class="hint">[[There is no period before with the same questions, or nothing moved by more than half a point.]]</p>{{/NO_MOVES}}
<h3>[[Domains and governments]]</h3>
<div class="scroll" tabindex="0" role="region" aria-label="[[Scores by domain and government]]">
<table class="data bands">
<caption>[[Scores from 0 to 100 by domain and government, in alphabetical order. The small number is the change since the period before, where both have the same questions.]]{{#SINCE}} [[Changes are since]] {{PERIOD}}.{{/SINCE}}</caption>
<thead><tr><th scope="col">[[Domain]]</th><th scope="col">[[Region]]</th>{{#HEAD}}<th scope="col"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th>{{/HEAD}}<th scope="col">[[Trend]]</th><th scope="col">[[Spread]]</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row">{{#ROW_ALL}}{{TITLE}}{{/ROW_ALL}}{{#ROW_DOMAIN}}<a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/#{{CODE}}">{{TITLE}}</a>{{/ROW_DOMAIN}}</th>
{{>REGION}}
{{>CELL_SCORE}}
<td class="chart-cell">{{>TREND}}</td>
<td class="chart-cell">{{>SPREAD}}<small>{{SPREAD_WORDS}}</small></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
<p class="legend"><span class="band band-0">0–19 [[very low]]</span> <span class="band band-1">20–39 [[low]]</span> <span class="band band-2">40–59 [[medium]]</span> <span class="band band-3">60–79 [[high]]</span> <span class="band band-4">80–100 [[very high]]</span> [[A score of the region leads to how it came about.]] [[In “Spread” the line reaches from the lowest to the highest government, the box holds the middle half, the tick is the median. In “Trend” a dashed line is a break in series.]]</p>
{{>CHART_LINKS}}
<h3>[[Coverage]]</h3>
<div class="scroll" tabindex="0" role="region" aria-label="[[Coverage]]">
<table class="data">
<caption>{{#KEPT_BACK}}[[Indicators by state of the answer that this page may show.]]{{/KEPT_BACK}}{{#SOURCE_WHOLE}}[[Indicators by state of the answer in the source.]]{{/SOURCE_WHOLE}} [[Not available and not applicable are answers, with a reason; none of them counts as zero.]]</caption>
<thead><tr><th scope="col">[[Government]]</th><th scope="col" class="num">[[reported]]</th><th scope="col" class="num">[[not available]]</th><th scope="col" class="num">[[not applicable]]</th><th scope="col" class="num">{{NO_ANSWER}}</th><th scope="col" class="num">[[asked]]</th><th scope="col" class="bar"><span class="visually-hidden">[[Share reported]]</span></th></tr></thead>
<tbody>
{{#COVERAGE}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th><td class="num">{{REPORTED}}</td><td class="num">{{NOT_AVAILABLE}}</td><td class="num">{{NOT_APPLICABLE}}</td><td class="num">{{NONE}}</td><td class="num">{{EXPECTED}}</td><td>{{#BAR}}<progress max="{{EXPECTED}}" value="{{REPORTED}}" aria-label="{{LABEL}}"></progress>{{/BAR}}</td></tr>
{{/COVERAGE}}
</tbody>
</table>
</div>
<h3>[[What is missing]]</h3>
<ul class="gaps">
{{#SILENT}}<li><b>{{TITLE}}</b>: {{#KEPT_BACK}}[[no reported answer that this page may show.]]{{/KEPT_BACK}}{{#SOURCE_WHOLE}}[[the source has no figure.]]{{/SOURCE_WHOLE}}</li>{{/SILENT}}
{{#GAP}}<li><b>{{TITLE}}</b>: {{#GAP_REASON}}{{SEMICOLON}}{{WHY}}: {{#GAP_ITEM}}{{COMMA}}<a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}}</a>{{/GAP_ITEM}}{{/GAP_REASON}}</li>
{{/GAP}}
{{#COMPLETE}}<li>[[Nothing: every government answered every indicator.]]</li>{{/COMPLETE}}
</ul>
{{#TREND_TABLE}}
<details><summary>[[Trend in figures: regional mean by domain and period]]</summary>
<div class="scroll" tabindex="0" role="region" aria-label="[[Trend in figures]]">
<table class="data">
<thead><tr><th scope="col">[[Domain]]</th>{{#TREND_HEAD}}<th scope="col"{{#PERIOD_BREAK}} class="break-before"{{/PERIOD_BREAK}}>{{PERIOD}}{{#PERIOD_BREAK}} <small>[[break in series]]</small>{{/PERIOD_BREAK}}</th>{{/TREND_HEAD}}</tr></thead>
<tbody>
{{#TREND_ROW}}<tr><th scope="row">{{TITLE}}</th>{{#TREND_CELL}}<td class="num">{{TEXT}}</td>{{/TREND_CELL}}</tr>
{{/TREND_ROW}}
</tbody>
</table>
</div></details>
{{/TREND_TABLE}}
</section>
