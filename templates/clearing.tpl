{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><span aria-current="page">[[Clearing]]</span></nav>
<h1>[[Clearing]]</h1>
<p class="lead">[[These answers wait for your clearing. Open one to read it in full or to return it; choose several to clear them together for the same audience.]]</p>
{{#CL_PROBLEM}}<p class="notice notice-bad" role="alert">{{CL_PROBLEM_TEXT}}</p>{{/CL_PROBLEM}}
{{#CL_NONE}}<p>[[No answer is waiting for clearing.]]</p>{{/CL_NONE}}
{{#CL_FORM}}
<form method="post" action="{{CL_HREF}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="scroll" tabindex="0" role="region" aria-label="[[Answers that wait for clearing]]">
<table class="data stack">
<caption class="visually-hidden">[[Answers that wait for clearing]]</caption>
<thead><tr><th scope="col">[[Clear]]</th><th scope="col">[[Indicator]]</th><th scope="col">[[Answer]]</th><th scope="col">[[Submitted]]</th></tr></thead>
<tbody>
{{#CL_ROW}}
<tr><td data-label="[[Clear]]"><input type="checkbox" name="answer" value="{{CL_STEP}}" aria-label="{{CL_CODE}}"{{#CL_CHOSEN}} checked{{/CL_CHOSEN}}></td>
<th scope="row"><a href="{{CL_ROW_HREF}}"><span class="code">{{CL_CODE}}</span> {{CL_TITLE}}</a></th><td data-label="[[Answer]]">{{CL_VALUE}}</td><td class="quiet" data-label="[[Submitted]]">{{CL_LAST}}</td></tr>
{{/CL_ROW}}
</tbody>
</table>
</div>
<fieldset class="choices">
<legend>[[Who may see these answers once they are released?]]</legend>
{{#F_AUDIENCE}}<label><input type="radio" name="audience" value="{{F_AUDIENCE_VALUE}}"{{#F_AUDIENCE_CHOSEN}} checked{{/F_AUDIENCE_CHOSEN}}> <span><strong>{{F_AUDIENCE_TITLE}}</strong>: {{F_AUDIENCE_WORDS}}</span></label>
{{/F_AUDIENCE}}
</fieldset>
<div class="actions"><button type="submit">[[Clear the chosen answers]]</button></div>
</form>
{{/CL_FORM}}
