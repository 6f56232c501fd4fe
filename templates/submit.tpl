{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><span aria-current="page">[[Submit]]</span></nav>
<h1>[[Submit what is complete]]</h1>
{{#S_REFUSED}}<p class="notice notice-bad" role="alert">{{S_REFUSED_TEXT}}</p>{{/S_REFUSED}}
{{#S_NONE}}<p>[[No draft is complete at the moment.]] <a href="{{LIST_HREF}}">[[Back to the questionnaire]]</a></p>{{/S_NONE}}
{{#S_FORM}}
<p class="lead">[[These answers go to clearing together: all that are ticked, or none if anything stands in the way.]]</p>
<form method="post" action="{{S_HREF}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="scroll" tabindex="0" role="region" aria-label="[[Complete answers]]">
<table class="data stack">
<caption class="visually-hidden">[[Complete answers]]</caption>
<thead><tr><th scope="col">[[Submit]]</th><th scope="col">[[Indicator]]</th><th scope="col">[[State]]</th><th scope="col">[[Last change]]</th></tr></thead>
<tbody>
{{#S_ROW}}
<tr><td data-label="[[Submit]]"><input type="checkbox" name="answer" value="{{S_STEP}}" aria-label="{{S_CODE}}"{{#S_CHOSEN}} checked{{/S_CHOSEN}}></td>
<th scope="row"><a href="{{S_ROW_HREF}}"><span class="code">{{S_CODE}}</span> {{S_TITLE}}</a></th><td data-label="[[State]]">{{>STATE}}</td><td class="quiet" data-label="[[Last change]]">{{S_LAST}}</td></tr>
{{/S_ROW}}
</tbody>
</table>
</div>
<div class="actions"><button type="submit">[[Submit the ticked answers]]</button> <a href="{{LIST_HREF}}">[[Back to the questionnaire]]</a></div>
</form>
{{/S_FORM}}
{{#S_REST}}
<h2>[[Not complete yet]]</h2>
<ul class="plain">
{{#S_REST_ROW}}<li><a href="{{S_ROW_HREF}}"><span class="code">{{S_CODE}}</span> {{S_TITLE}}</a>: {{S_PROBLEM}}</li>
{{/S_REST_ROW}}
</ul>
{{/S_REST}}
