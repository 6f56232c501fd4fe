{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><span aria-current="page">{{R_FRAMEWORK}}, {{R_PERIOD}}</span></nav>
<h1>{{R_FRAMEWORK}}, {{R_PERIOD}}</h1>
<p>{{R_PHASE}} · {{R_DATES}}</p>
{{#R_MAY_CHANGE}}<p><a href="change">[[Dates and participants]]</a></p>{{/R_MAY_CHANGE}}
{{#R_REVIEWERS}}<p class="notice"><strong>{{R_SEAT_TITLE}}</strong>: {{#R_OWN}}[[You belong to this participant.]] {{/R_OWN}}{{R_REVIEWERS_TEXT}}</p>
{{/R_REVIEWERS}}
<h2>[[Progress]]</h2>
<p class="hint">✓✓ [[Accepted]] · ✓ [[Cleared]] · → [[Submitted]] · ↩ [[Returned]] · ✎ [[Draft]] · ○ [[Not started]]</p>
<div class="scroll" tabindex="0" role="region" aria-label="[[Answers by participant and domain]]">
<table class="data">
<caption class="visually-hidden">[[Answers by participant and domain]]</caption>
<thead><tr><th scope="col">[[Participant]]</th>{{#R_DOMAIN}}<th scope="col">{{R_DOMAIN_TITLE}}</th>{{/R_DOMAIN}}<th scope="col">[[Deadline]]</th></tr></thead>
<tbody>
{{#R_SEAT}}
<tr><th scope="row"><a href="{{R_SEAT_HREF}}">{{R_SEAT_TITLE}}</a></th>
{{#R_CELL}}<td>{{#R_COUNT}}<span class="nowrap"><span aria-hidden="true">{{R_GLYPH}}&nbsp;</span><span class="visually-hidden">{{R_STATE}}: </span>{{R_NUMBER}}</span> {{/R_COUNT}}</td>{{/R_CELL}}
<td class="date">{{R_SEAT_DUE}}<br><span class="quiet">{{R_SEAT_PHASE}}</span></td></tr>
{{/R_SEAT}}
</tbody>
</table>
</div>
<section class="card">
<h2>[[Release]]</h2>
<p>{{R_RELEASE_TEXT}}</p>
{{#R_MAY_RELEASE}}<p class="actions"><a class="button" href="release">[[Release: see what it changes]]</a></p>{{/R_MAY_RELEASE}}
{{#R_RELEASES}}
<ol class="history">
{{#R_RELEASE}}<li><span class="quiet">{{RELEASE_AT}}</span> {{RELEASE_BY}}: <a href="{{RELEASE_HREF}}">{{RELEASE_NAME}}</a>, {{RELEASE_ANSWERS}}{{#RELEASE_NOTE}}<div class="prose">{{RELEASE_NOTE_TEXT:p}}</div>{{/RELEASE_NOTE}}</li>
{{/R_RELEASE}}
</ol>
{{/R_RELEASES}}
</section>
{{>ROUND_REPORT}}
