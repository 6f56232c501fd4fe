{{%AUTOESCAPE context="HTML"}}
<h1>[[People]]</h1>
<div class="actions"><a class="button second" href="/secretariat/mail">[[Mails]]</a></div>
{{#PE_PROBLEM}}<p class="notice notice-bad" role="alert">{{PE_PROBLEM_TEXT}}</p>{{/PE_PROBLEM}}
<div class="scroll" tabindex="0" role="region" aria-label="[[People]]">
<table class="data stack">
<caption class="visually-hidden">[[People]]</caption>
<thead><tr><th scope="col">[[Name]]</th><th scope="col">[[E-mail address]]</th><th scope="col">[[Roles today]]</th><th scope="col">[[Account]]</th></tr></thead>
<tbody>
{{#PE_ROW}}
<tr><th scope="row"><a href="{{PE_HREF}}">{{PE_NAME}}</a></th><td data-label="[[E-mail address]]">{{PE_EMAIL}}</td><td data-label="[[Roles today]]">{{PE_ROLES}}</td>
<td data-label="[[Account]]">{{#PE_ACTIVE}}<span class="tag tag-good">[[active]]</span>{{/PE_ACTIVE}}{{#PE_INVITED}}<span class="tag tag-warn">[[no password yet]]</span>{{/PE_INVITED}}{{#PE_GONE}}<span class="tag">[[deactivated]]</span>{{/PE_GONE}}</td></tr>
{{/PE_ROW}}
</tbody>
</table>
</div>
<form method="post" action="/secretariat/people" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Add a person]]</h2>
<div class="field"><label for="name">[[Name]]</label>{{#WRONG_NAME}}<p class="field-error" id="name-error">{{WRONG_TEXT}}</p>{{/WRONG_NAME}}
<input id="name" name="name" value="{{PE_NEW_NAME}}" autocomplete="off"{{#WRONG_NAME}} aria-invalid="true" aria-describedby="name-error"{{/WRONG_NAME}}></div>
<div class="field"><label for="email">[[E-mail address]]</label>{{#WRONG_EMAIL}}<p class="field-error" id="email-error">{{WRONG_TEXT}}</p>{{/WRONG_EMAIL}}
<input id="email" name="email" type="email" value="{{PE_NEW_EMAIL}}" autocomplete="off"{{#WRONG_EMAIL}} aria-invalid="true" aria-describedby="email-error"{{/WRONG_EMAIL}}></div>
<div class="field"><label for="lang">[[Language of the pages]]</label>
<select id="lang" name="lang">{{#PE_LANGUAGE}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/PE_LANGUAGE}}</select></div>
{{>GRANT}}
<div class="actions"><button type="submit">[[Add and make an invitation]]</button> <button type="submit" name="by" value="mail" class="second">[[Add and send the invitation by mail]]</button></div>
</form>
