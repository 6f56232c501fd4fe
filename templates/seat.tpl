{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><a href="{{ROUND_HREF}}">{{ROUND_TITLE}}</a><span aria-current="page">{{S_TITLE}}</span></nav>
<h1>{{S_TITLE}}</h1>
<p>{{S_PHASE}} · {{S_DATES}}</p>
{{#S_PROBLEM}}<p class="notice notice-bad" role="alert">{{S_PROBLEM_TEXT}}</p>{{/S_PROBLEM}}
{{#S_OWN}}<p class="notice">[[You belong to this participant. You see how far it is; somebody else of the secretariat reviews its answers and decides on extensions.]] {{S_REVIEWERS}}</p>{{/S_OWN}}
{{>PROGRESS}}
{{#S_ACCEPT}}
<form method="post" action="{{S_ACCEPT_HREF}}" class="inline">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit">{{S_ACCEPT_TEXT}}</button>
</form>
{{/S_ACCEPT}}
{{#S_DOMAIN}}
<h2>{{S_DOMAIN_TITLE}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{S_DOMAIN_TITLE}}">
<table class="data stack desk">
<caption class="visually-hidden">{{S_DOMAIN_TITLE}}</caption>
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col">[[State]]</th><th scope="col">[[For]]</th><th scope="col">[[Last change]]</th></tr></thead>
<tbody>
{{#S_ROW}}
<tr><th scope="row"><a href="{{S_ROW_HREF}}"><span class="code">{{S_ROW_CODE}}</span> {{S_ROW_TITLE}}</a></th>
<td data-label="[[State]]">{{>STATE}}{{#S_ROW_RELEASED}} <span class="tag tag-good">[[released]]</span>{{/S_ROW_RELEASED}}</td><td data-label="[[For]]">{{S_ROW_AUDIENCE}}</td><td class="quiet" data-label="[[Last change]]">{{S_ROW_LAST}}</td></tr>
{{/S_ROW}}
</tbody>
</table>
</div>
{{/S_DOMAIN}}
{{#S_EXTENDED}}<p class="hint">[[Extended until]] {{S_EXTENDED_TO}}: {{S_EXTENDED_REASON}}</p>{{/S_EXTENDED}}
{{#S_EXTEND}}
<form method="post" action="{{S_EXTEND_HREF}}" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Extend the deadline]]</h2>
<div class="field"><label for="until">[[Until]]</label>{{#WRONG_UNTIL}}<p class="field-error" id="until-error">{{WRONG_TEXT}}</p>{{/WRONG_UNTIL}}
<input id="until" name="until" type="date" value="{{S_UNTIL}}"{{#WRONG_UNTIL}} aria-invalid="true" aria-describedby="until-error"{{/WRONG_UNTIL}}></div>
<div class="field"><label for="reason">[[Reason]]</label>{{#WRONG_REASON}}<p class="field-error" id="reason-error">{{WRONG_TEXT}}</p>{{/WRONG_REASON}}
<textarea id="reason" name="reason" rows="2"{{#WRONG_REASON}} aria-invalid="true" aria-describedby="reason-error"{{/WRONG_REASON}}>
{{S_REASON:p}}</textarea></div>
<div class="actions"><button type="submit" class="second">[[Extend]]</button></div>
</form>
{{/S_EXTEND}}
