{{%AUTOESCAPE context="HTML"}}
<h1>[[People]]</h1>
<div class="actions"><a class="button second" href="/secretariat/mail">[[Mails]]</a></div>
{{#PE_PROBLEM}}<p class="notice notice-bad" role="alert">{{PE_PROBLEM_TEXT}}</p>{{/PE_PROBLEM}}
{{#PE_WAITING}}<p class="notice notice-warn">{{PE_WAITING_TEXT}} <a href="/secretariat/people?state=never">[[Who?]]</a></p>{{/PE_WAITING}}
<form method="get" action="/secretariat/people#list" class="inline" role="search" id="list">
<div class="field"><label for="q">[[Words in name or e-mail address]]</label><input id="q" name="q" type="search" value="{{PE_WORDS}}" maxlength="200" autocomplete="off"></div>
<div class="field"><label for="by-role">[[Role held today]]</label><select id="by-role" name="role"><option value="">[[any]]</option>{{#PE_ROLE}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/PE_ROLE}}</select></div>
<div class="field"><label for="by-participant">[[Participant]]</label><select id="by-participant" name="participant"><option value="">[[any]]</option>{{#PE_PARTICIPANT}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/PE_PARTICIPANT}}</select></div>
<div class="field"><label for="by-state">[[Account]]</label><select id="by-state" name="state">{{#PE_STATE}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/PE_STATE}}</select></div>
<button type="submit" class="second">[[Search]]</button>
{{#PE_SHOW_ALL}}<a href="/secretariat/people">[[Show all]]</a>{{/PE_SHOW_ALL}}
</form>
{{#PE_NOBODY}}<p class="notice" role="status">[[Nobody fits these words and choices.]]</p>{{/PE_NOBODY}}
{{#PE_TABLE}}
<div class="scroll" tabindex="0" role="region" aria-label="[[People]]">
<table class="data stack">
<caption class="visually-hidden">[[People]]</caption>
<thead><tr><th scope="col">[[Name]]</th><th scope="col">[[E-mail address]]</th><th scope="col">[[Roles]]</th><th scope="col">[[Account]]</th></tr></thead>
<tbody>
{{#PE_ROW}}
<tr><th scope="row"><a href="{{PE_HREF}}">{{PE_NAME}}</a></th><td data-label="[[E-mail address]]">{{PE_EMAIL}}</td><td data-label="[[Roles]]">{{PE_ROLES}}</td>
<td data-label="[[Account]]">{{#PE_ACTIVE}}<span class="tag tag-good">[[active]]</span>{{/PE_ACTIVE}}{{#PE_INVITED}}<span class="tag tag-warn">[[waited for]]</span>{{/PE_INVITED}}{{#PE_EXPIRED}}<span class="tag tag-bad">[[invite again]]</span>{{/PE_EXPIRED}}{{#PE_GONE}}<span class="tag">[[deactivated]]</span>{{/PE_GONE}}{{#PE_FACTOR}} <span class="tag tag-good">[[second factor]]</span>{{/PE_FACTOR}} <span class="quiet">{{PE_ACCOUNT}}</span></td></tr>
{{/PE_ROW}}
</tbody>
</table>
</div>
{{/PE_TABLE}}
{{#PE_MORE}}<p class="notice" role="status">{{PE_MORE_TEXT}}</p>{{/PE_MORE}}
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
