{{%AUTOESCAPE context="HTML"}}
{{#B_LISTS}}<section class="card" aria-labelledby="waits">
<h2 id="waits">[[Waits for you]]</h2>
{{#B_NOTHING}}<p>[[No cleared answer and no reply waits for you.]]</p>{{/B_NOTHING}}
<dl class="facts board-lists">
<dt>[[To be reviewed]]</dt><dd>{{#B_REVIEW}}<a href="{{B_LINK_HREF}}">{{B_LINK_TEXT}}</a> {{/B_REVIEW}}</dd>
<dt>[[The government wrote]]</dt><dd>{{#B_REPLIED}}<a href="{{B_LINK_HREF}}">{{B_LINK_TEXT}}</a> {{/B_REPLIED}}</dd>
<dt>[[Late]]</dt><dd>{{#B_LATE}}<a href="{{B_LINK_HREF}}">{{B_LINK_TEXT}}</a> {{/B_LATE}}</dd>
</dl>
</section>{{/B_LISTS}}
<h2>[[Progress]]</h2>
<p class="hint">✓✓ [[Accepted]] · ✓ [[Cleared]] · → [[Submitted]] · ↩ [[Returned]] · ✎ [[Draft]] · ○ [[Not started]]. [[Each figure leads to its answers.]] <a href="{{B_TRENDS_HREF}}">[[Trends and data quality]]</a></p>
<div class="scroll" tabindex="0" role="region" aria-label="[[Answers by participant and domain]]">
<table class="data board">
<caption class="visually-hidden">[[Answers by participant and domain]]</caption>
<thead><tr><th scope="col">[[Participant]]</th>{{#B_DOMAIN}}<th scope="col">{{B_DOMAIN_TITLE}}</th>{{/B_DOMAIN}}</tr></thead>
<tbody>
{{#B_SEAT}}
<tr><th scope="row"><a href="{{B_SEAT_HREF}}">{{B_SEAT_TITLE}}</a><div class="hint">{{B_SEAT_PHASE}} · {{B_SEAT_DUE}}</div>{{#B_EXTENDED}}<div class="hint"><span class="tag">[[extended]]</span> {{B_EXTENDED_REASON}}</div>{{/B_EXTENDED}}</th>
{{#B_CELL}}<td{{#B_WAITS}} class="waits"{{/B_WAITS}}{{#B_DONE}} class="done"{{/B_DONE}}><a href="{{B_CELL_HREF}}">{{#B_COUNT}}<span class="nowrap"><span aria-hidden="true">{{B_GLYPH}}&nbsp;</span><span class="visually-hidden">{{B_STATE}}: </span>{{B_NUMBER}}</span> {{/B_COUNT}}</a></td>{{/B_CELL}}</tr>
{{/B_SEAT}}
</tbody>
</table>
</div>
