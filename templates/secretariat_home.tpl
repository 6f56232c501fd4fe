{{%AUTOESCAPE context="HTML"}}
<h1>[[Rounds]]</h1>
<div class="actions"><a class="button" href="/secretariat/rounds/new">[[Open a round]]</a> <a class="button second" href="/secretariat/trends">[[Trends and data quality]]</a> <a class="button second" href="/secretariat/catalogue">[[Catalogue]]</a> <a class="button second" href="/secretariat/mail">[[Mails]]</a> <a class="button second" href="/secretariat/audit">[[Audit log]]</a></div>
{{#SH_NONE}}<p>[[There is no round yet.]]</p>{{/SH_NONE}}
{{#SH_TABLE}}
<div class="scroll" tabindex="0" role="region" aria-label="[[Rounds]]">
<table class="data stack">
<caption class="visually-hidden">[[Rounds]]</caption>
<thead><tr><th scope="col">[[Round]]</th><th scope="col">[[State]]</th><th scope="col">[[Due]]</th><th scope="col">[[Closes]]</th><th scope="col" class="num">[[Participants]]</th><th scope="col">[[Answers]]</th><th scope="col">[[Releases]]</th></tr></thead>
<tbody>
{{#SH_ROW}}
<tr><th scope="row"><a href="{{SH_HREF}}">{{SH_FRAMEWORK}}, {{SH_PERIOD}}</a></th>
<td data-label="[[State]]">{{SH_PHASE}}</td><td class="date" data-label="[[Due]]">{{SH_DUE}}</td><td class="date" data-label="[[Closes]]">{{SH_CLOSES}}</td><td class="num" data-label="[[Participants]]">{{SH_PARTICIPANTS}}</td>
<td data-label="[[Answers]]">{{SH_ANSWERS}}</td><td data-label="[[Releases]]">{{SH_RELEASES}}</td></tr>
{{/SH_ROW}}
</tbody>
</table>
</div>
{{/SH_TABLE}}
