{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><span aria-current="page">{{R_FRAMEWORK}}, {{R_PERIOD}}</span></nav>
<h1>{{R_FRAMEWORK}}, {{R_PERIOD}}</h1>
<p>{{R_PHASE}} · {{R_DATES}}</p>
{{#R_MAY_CHANGE}}<p><a href="change">[[Dates and participants]]</a></p>{{/R_MAY_CHANGE}}
{{#R_REVIEWERS}}<p class="notice"><strong>{{R_SEAT_TITLE}}</strong>: {{#R_OWN}}[[You belong to this participant.]] {{/R_OWN}}{{R_REVIEWERS_TEXT}}</p>
{{/R_REVIEWERS}}
{{>BOARD}}
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
