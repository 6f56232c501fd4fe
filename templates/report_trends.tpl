{{%AUTOESCAPE context="HTML"}}
<section class="chapter">
<h2 id="report-trends">3. [[Trends]]</h2>
{{#TREND_FIRST}}<p>[[This is the first round, so there is no trend yet.]]</p>{{/TREND_FIRST}}
{{#TREND_TABLE}}
<p>[[The line is the regional mean of a domain, the area reaches from the lowest to the highest government. A dashed line is a break in series: from there on the questions were others, and figures on either side are not compared.]]</p>
<div class="trend-charts">{{#CHART_ITEM}}<figure><figcaption>{{TITLE}}</figcaption>{{>CHART}}</figure>{{/CHART_ITEM}}</div>
<div class="scroll" tabindex="0" role="region" aria-label="[[Trend in figures: regional mean by domain and period]]">
<table class="sheet trend">
<caption>[[Trend in figures: regional mean by domain and period]]. ┆ [[break in series]]; – [[not asked]]</caption>
<thead><tr><th scope="col">[[Domain]]</th>{{#TREND_HEAD}}<th scope="col" class="num">{{PERIOD}}</th>{{/TREND_HEAD}}</tr></thead>
<tbody>
{{#TREND_ROW}}<tr><th scope="row">{{TITLE}}</th>{{#TREND_CELL}}<td class="num">{{#PERIOD_BREAK}}<span class="break-sign">┆</span> {{/PERIOD_BREAK}}{{TEXT}}</td>{{/TREND_CELL}}</tr>
{{/TREND_ROW}}</tbody>
</table>
</div>
{{/TREND_TABLE}}
</section>
