{{%AUTOESCAPE context="HTML"}}
<h1>[[Audit log]]</h1>
<p class="lead">[[Who did what, newest first. It names answers, never their values.]]</p>
<section class="card" aria-labelledby="chain">
<h2 id="chain">[[Is the log whole?]]</h2>
{{#AU_BROKEN}}<p class="notice notice-bad" role="alert">{{AU_BROKEN_TEXT}}</p>
{{/AU_BROKEN}}
{{#AU_STATE}}<p>{{AU_STATE_TEXT}}</p>
{{/AU_STATE}}
<dl class="facts">
<dt>[[Rows]]</dt><dd>{{AU_ROWS}}</dd>
<dt>[[Hash of the newest]]</dt><dd><code>{{AU_LAST_HASH}}</code></dd>
</dl>
<p class="hint">[[Each row is hashed together with the one before it, so a change by hand shows. Note number and hash elsewhere from time to time: rows cut off at the end show only there.]]</p>
</section>
<h2 id="list">[[Search]]</h2>
{{#AU_PROBLEM}}<p class="notice notice-bad" role="alert">{{AU_PROBLEM_TEXT}}</p>{{/AU_PROBLEM}}
<form method="get" action="/secretariat/audit" class="inline" role="search">
<div class="field"><label for="who">[[Who (a part of the e-mail address)]]</label><input id="who" name="who" type="search" value="{{AU_WHO}}" maxlength="200" autocomplete="off"></div>
<div class="field"><label for="action">[[What]]</label><select id="action" name="action"><option value="">[[all]]</option>{{#AU_ACTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/AU_ACTION}}</select></div>
<div class="field"><label for="object">[[On what, with all below it]]</label><input id="object" name="object" type="search" value="{{AU_ON}}" maxlength="200" autocomplete="off" placeholder="trafficking/2025/XAA"></div>
<div class="field"><label for="address">[[From where begins with]]</label><input id="address" name="address" type="search" value="{{AU_WHERE}}" maxlength="100" autocomplete="off" placeholder="192.0.2."></div>
<div class="field"><label for="from">[[First day]]</label><input id="from" name="from" type="date" value="{{AU_FROM}}"></div>
<div class="field"><label for="until">[[Last day]]</label><input id="until" name="until" type="date" value="{{AU_UNTIL}}"></div>
<button type="submit" class="second">[[Search]]</button>
{{#AU_ALL}}<a href="/secretariat/audit">[[Show all]]</a>{{/AU_ALL}}
</form>
{{#AU_NONE}}<p class="notice" role="status">[[No row fits what was asked for.]]</p>{{/AU_NONE}}
{{#AU_TABLE}}
<div class="scroll" tabindex="0" role="region" aria-label="[[Audit log]]">
<table class="data stack">
<caption class="visually-hidden">[[Audit log]]</caption>
<thead><tr><th scope="col" class="num">[[No.]]</th><th scope="col">[[When]]</th><th scope="col">[[Who]]</th><th scope="col">[[What]]</th><th scope="col">[[On what]]</th><th scope="col">[[From where]]</th></tr></thead>
<tbody>
{{#AU_ROW}}
<tr><td class="num" data-label="[[No.]]">{{AU_ID}}</td><td class="date" data-label="[[When]]">{{AU_AT}}</td><td data-label="[[Who]]">{{AU_ACTOR}}</td><td data-label="[[What]]"><strong>{{AU_WHAT}}</strong><br>{{AU_DETAIL}}<details><summary>[[as written]]</summary><code>{{AU_CODE}} {{AU_RAW_OBJECT}} {{AU_RAW}}</code><br><code>{{AU_HASH}}</code></details></td><td data-label="[[On what]]">{{AU_OBJECT}}{{#AU_PERSON}}<a href="{{AU_PERSON_HREF}}">{{AU_PERSON_NAME}}</a>{{/AU_PERSON}}</td><td data-label="[[From where]]">{{AU_ADDRESS}}</td></tr>
{{/AU_ROW}}
</tbody>
</table>
</div>
{{/AU_TABLE}}
<div class="inline">
{{#AU_NEWEST}}<form method="get" action="/secretariat/audit">{{#AU_HIDDEN}}<input type="hidden" name="{{AU_HIDDEN_NAME}}" value="{{AU_HIDDEN_VALUE}}">{{/AU_HIDDEN}}<button type="submit" class="second">← [[Newest]]</button></form>{{/AU_NEWEST}}
{{#AU_OLDER}}<form method="get" action="/secretariat/audit">{{#AU_HIDDEN}}<input type="hidden" name="{{AU_HIDDEN_NAME}}" value="{{AU_HIDDEN_VALUE}}">{{/AU_HIDDEN}}<input type="hidden" name="before" value="{{AU_BEFORE}}"><button type="submit" class="second">[[Older]] →</button></form>{{/AU_OLDER}}
{{#AU_FILE}}<form method="get" action="/secretariat/audit.csv">{{#AU_HIDDEN}}<input type="hidden" name="{{AU_HIDDEN_NAME}}" value="{{AU_HIDDEN_VALUE}}">{{/AU_HIDDEN}}<button type="submit" class="second">[[All of these as CSV]]</button></form>{{/AU_FILE}}
</div>
