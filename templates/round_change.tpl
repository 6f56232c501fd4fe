{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><a href="{{ROUND_HREF}}">{{ROUND_TITLE}}</a><span aria-current="page">[[Dates and participants]]</span></nav>
<h1>[[Dates and participants]]</h1>
<p>{{RC_PHASE}} · {{RC_NOW}}</p>
{{#RC_PROBLEM}}<p class="notice notice-bad" role="alert">{{RC_PROBLEM_TEXT}}</p>{{/RC_PROBLEM}}
{{#RC_IMPORTED}}<p class="notice">[[These answers were imported; there is nothing to open or close.]]</p>{{/RC_IMPORTED}}
{{#RC_CLOSED}}<p class="notice">[[This round is closed; its dates stay. The deadline of one participant can be extended on its page.]]</p>{{/RC_CLOSED}}
{{#RC_DATES}}
<form method="post" action="change" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Other dates]]</h2>
<p class="hint">[[For all participants alike. Who was given a later deadline keeps it.]]</p>
<div class="field"><label for="opens_on">[[Opens]]</label>{{#WRONG_OPENS}}<p class="field-error" id="opens-error">{{WRONG_TEXT}}</p>{{/WRONG_OPENS}}
<input id="opens_on" name="opens_on" type="date" value="{{RC_OPENS}}"{{#RC_OPENED}} readonly{{/RC_OPENED}}{{#WRONG_OPENS}} aria-invalid="true" aria-describedby="opens-error"{{/WRONG_OPENS}}></div>
<div class="field"><label for="due_on">[[Due]]</label>{{#WRONG_DUE}}<p class="field-error" id="due-error">{{WRONG_TEXT}}</p>{{/WRONG_DUE}}
<input id="due_on" name="due_on" type="date" value="{{RC_DUE}}"{{#WRONG_DUE}} aria-invalid="true" aria-describedby="due-error"{{/WRONG_DUE}}></div>
<div class="field"><label for="closes_on">[[Closes: nothing is drafted after this day]]</label>{{#WRONG_CLOSES}}<p class="field-error" id="closes-error">{{WRONG_TEXT}}</p>{{/WRONG_CLOSES}}
<input id="closes_on" name="closes_on" type="date" value="{{RC_CLOSES}}"{{#WRONG_CLOSES}} aria-invalid="true" aria-describedby="closes-error"{{/WRONG_CLOSES}}></div>
<div class="field"><label for="dates_reason">[[Reason, for the audit log]]</label>{{#WRONG_REASON}}<p class="field-error" id="dates-error">{{WRONG_TEXT}}</p>{{/WRONG_REASON}}
<textarea id="dates_reason" name="reason" rows="2"{{#WRONG_REASON}} aria-invalid="true" aria-describedby="dates-error"{{/WRONG_REASON}}>
{{RC_REASON:p}}</textarea></div>
<div class="actions"><button type="submit" name="do" value="dates">[[Change the dates]]</button></div>
</form>
{{/RC_DATES}}
{{#RC_EXPECT}}
<form method="post" action="change" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Expect one more participant]]</h2>
<div class="field"><label for="expect">[[Participant]]</label>{{#WRONG_PARTICIPANT}}<p class="field-error" id="expect-error">{{WRONG_TEXT}}</p>{{/WRONG_PARTICIPANT}}
<select id="expect" name="participant"{{#WRONG_PARTICIPANT}} aria-invalid="true" aria-describedby="expect-error"{{/WRONG_PARTICIPANT}}>
{{#RC_OPTION}}<option value="{{RC_CODE}}"{{#RC_CHOSEN}} selected{{/RC_CHOSEN}}>{{RC_TITLE}}</option>
{{/RC_OPTION}}
</select></div>
<div class="actions"><button type="submit" name="do" value="expect" class="second">[[Add]]</button></div>
</form>
{{/RC_EXPECT}}
{{#RC_WITHDRAW}}
<form method="post" action="change" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Withdraw a participant]]</h2>
<p class="hint">[[Only who has not begun to answer, and not your own.]]</p>
<div class="field"><label for="withdraw">[[Participant]]</label>{{#WRONG_PARTICIPANT}}<p class="field-error" id="withdraw-error">{{WRONG_TEXT}}</p>{{/WRONG_PARTICIPANT}}
<select id="withdraw" name="participant"{{#WRONG_PARTICIPANT}} aria-invalid="true" aria-describedby="withdraw-error"{{/WRONG_PARTICIPANT}}>
{{#RC_OPTION}}<option value="{{RC_CODE}}"{{#RC_CHOSEN}} selected{{/RC_CHOSEN}}>{{RC_TITLE}}</option>
{{/RC_OPTION}}
</select></div>
<div class="field"><label for="withdraw_reason">[[Reason, for the audit log]]</label>{{#WRONG_REASON}}<p class="field-error" id="withdraw-reason-error">{{WRONG_TEXT}}</p>{{/WRONG_REASON}}
<textarea id="withdraw_reason" name="reason" rows="2"{{#WRONG_REASON}} aria-invalid="true" aria-describedby="withdraw-reason-error"{{/WRONG_REASON}}>
{{RC_REASON:p}}</textarea></div>
<div class="actions"><button type="submit" name="do" value="withdraw" class="second">[[Withdraw]]</button></div>
</form>
{{/RC_WITHDRAW}}
{{#RC_CLOSE}}
<form method="post" action="change" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Close the round now]]</h2>
<p class="hint">[[For all participants, those with a later deadline too: nothing more is drafted or submitted, but for what is returned or reopened. Clearing, review and releases go on.]]</p>
<div class="field"><label for="close_reason">[[Reason, for the audit log]]</label>{{#WRONG_REASON}}<p class="field-error" id="close-error">{{WRONG_TEXT}}</p>{{/WRONG_REASON}}
<textarea id="close_reason" name="reason" rows="2"{{#WRONG_REASON}} aria-invalid="true" aria-describedby="close-error"{{/WRONG_REASON}}>
{{RC_REASON:p}}</textarea></div>
<div class="actions"><button type="submit" name="do" value="close" class="danger">[[Close it]]</button></div>
</form>
{{/RC_CLOSE}}
