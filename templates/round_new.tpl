{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><span aria-current="page">[[Open a round]]</span></nav>
<h1>[[Open a round]]</h1>
{{#RN_PROBLEM}}<p class="notice notice-bad" role="alert">{{RN_PROBLEM_TEXT}}</p>{{/RN_PROBLEM}}
<form method="get" action="new" class="card inline">
<div class="field"><label for="framework">[[Framework]]</label>
<select id="framework" name="framework">
{{#RN_FRAMEWORK}}<option value="{{RN_FRAMEWORK_CODE}}"{{#RN_FRAMEWORK_CHOSEN}} selected{{/RN_FRAMEWORK_CHOSEN}}>{{RN_FRAMEWORK_TITLE}}</option>
{{/RN_FRAMEWORK}}
</select></div>
<div class="field"><label for="period">[[Period: 2025, 2025-S1, 2025-Q3]]</label>
<input id="period" name="period" value="{{RN_PERIOD}}" required autocomplete="off"></div>
{{#RN_FORMER}}<div class="field"><label for="as">[[Begin with what was asked]]</label>
<select id="as" name="as">
{{#RN_AS}}<option value="{{RN_AS_ID}}"{{#RN_AS_CHOSEN}} selected{{/RN_AS_CHOSEN}}>[[in the round of]] {{RN_AS_PERIOD}}</option>
{{/RN_AS}}
<option value="0"{{#RN_AS_ALL}} selected{{/RN_AS_ALL}}>[[never: everything in force, all members]]</option>
</select></div>{{/RN_FORMER}}
<button type="submit" class="second">[[Show what would be asked]]</button>
</form>
{{#RN_FORM}}
<form method="post" action="/secretariat/rounds/new">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="framework" value="{{RN_FRAMEWORK_CODE}}">
<input type="hidden" name="period" value="{{RN_PERIOD}}">
<h2>[[Dates]]</h2>
<div class="field"><label for="opens_on">[[Opens]]</label>{{#WRONG_OPENS}}<p class="field-error" id="opens-error">{{WRONG_TEXT}}</p>{{/WRONG_OPENS}}
<input id="opens_on" name="opens_on" type="date" value="{{RN_OPENS}}"{{#WRONG_OPENS}} aria-invalid="true" aria-describedby="opens-error"{{/WRONG_OPENS}}></div>
<div class="field"><label for="due_on">[[Due]]</label>{{#WRONG_DUE}}<p class="field-error" id="due-error">{{WRONG_TEXT}}</p>{{/WRONG_DUE}}
<input id="due_on" name="due_on" type="date" value="{{RN_DUE}}"{{#WRONG_DUE}} aria-invalid="true" aria-describedby="due-error"{{/WRONG_DUE}}></div>
<div class="field"><label for="closes_on">[[Closes: nothing is drafted after this day]]</label>{{#WRONG_CLOSES}}<p class="field-error" id="closes-error">{{WRONG_TEXT}}</p>{{/WRONG_CLOSES}}
<input id="closes_on" name="closes_on" type="date" value="{{RN_CLOSES}}"{{#WRONG_CLOSES}} aria-invalid="true" aria-describedby="closes-error"{{/WRONG_CLOSES}}></div>
<h2>[[Who is expected]]</h2>
<fieldset class="choices">
<legend>[[Participants]]</legend>
{{#WRONG_PARTICIPANT}}<p class="field-error">{{WRONG_TEXT}}</p>{{/WRONG_PARTICIPANT}}
{{#RN_PARTICIPANT}}<label><input type="checkbox" name="participant" value="{{RN_CODE}}"{{#RN_CHOSEN}} checked{{/RN_CHOSEN}}> <span>{{RN_TITLE}} <span class="quiet">{{RN_CODE}}</span></span></label>
{{/RN_PARTICIPANT}}
</fieldset>
<h2>[[What is asked]]</h2>
{{#WRONG_INDICATOR}}<p class="field-error">{{WRONG_TEXT}}</p>{{/WRONG_INDICATOR}}
{{#RN_GROUP}}
<fieldset class="choices">
<legend>{{RN_GROUP_TITLE}}</legend>
{{#RN_INDICATOR}}<label><input type="checkbox" name="indicator" value="{{RN_CODE}}"{{#RN_CHOSEN}} checked{{/RN_CHOSEN}}> <span>{{RN_CODE}} {{RN_TITLE}}</span></label>
{{/RN_INDICATOR}}
</fieldset>
{{/RN_GROUP}}
<div class="actions"><button type="submit">[[Open the round]]</button></div>
</form>
{{/RN_FORM}}
