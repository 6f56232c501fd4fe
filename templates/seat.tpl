{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><a href="{{ROUND_HREF}}">{{ROUND_TITLE}}</a><span aria-current="page">{{S_TITLE}}</span></nav>
<h1>{{S_TITLE}}</h1>
<p>{{S_PHASE}} · {{S_DATES}}</p>
{{#S_PROBLEM}}<p class="notice notice-bad" role="alert">{{S_PROBLEM_TEXT}}</p>{{/S_PROBLEM}}
{{#S_OWN}}<p class="notice">[[You belong to this participant. You see how far it is; somebody else of the secretariat reviews its answers and decides on extensions.]] {{S_REVIEWERS}}</p>{{/S_OWN}}
{{>PROGRESS}}
<nav aria-label="[[Answers by state]]"><ul class="counters">
{{#S_COUNTER}}<li><a href="{{S_COUNTER_HREF}}"{{#S_COUNTER_URGENT}} class="urgent"{{/S_COUNTER_URGENT}}{{#S_COUNTER_CHOSEN}} aria-current="true"{{/S_COUNTER_CHOSEN}}><strong>{{S_COUNTER_NUMBER}}</strong> {{S_COUNTER_TITLE}}</a></li>
{{/S_COUNTER}}</ul></nav>
<div class="actions">
{{#S_NEXT}}<a class="button" href="{{S_NEXT_HREF}}">[[Next to review]]</a>{{/S_NEXT}}
{{#S_ACCEPT}}<a class="button second" href="{{S_ACCEPT_HREF}}">{{S_ACCEPT_TEXT}}</a>{{/S_ACCEPT}}
</div>
<h2 id="list">[[Indicators]]</h2>
<form method="get" action="{{S_HREF}}" class="inline" role="search">
<div class="field"><label for="q">[[Words in title or code]]</label><input id="q" name="q" type="search" value="{{S_WORDS}}" maxlength="200" autocomplete="off"></div>
<div class="field"><label for="state">[[State]]</label><select id="state" name="state"><option value="">[[all]]</option>{{#S_STATE_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/S_STATE_OPTION}}</select></div>
<div class="field"><label for="domain">[[Domain]]</label><select id="domain" name="domain"><option value="">[[all]]</option>{{#S_DOMAIN_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/S_DOMAIN_OPTION}}</select></div>
<div class="field"><label for="look">[[Needs a look]]</label><select id="look" name="look"><option value="">[[all]]</option>{{#S_LOOK_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/S_LOOK_OPTION}}</select></div>
<button type="submit" class="second">[[Filter]]</button>
{{#S_ALL}}<a href="{{S_HREF}}">[[Show all]]</a>{{/S_ALL}}
</form>
{{#S_SOME}}<p role="status">{{S_SOME_TEXT}}</p>{{/S_SOME}}
{{#S_NONE}}<p class="notice" role="status">[[No indicator fits these words and choices.]] <a href="{{S_HREF}}">[[Show all]]</a></p>{{/S_NONE}}
{{#S_DOMAIN}}
<h3>{{S_DOMAIN_TITLE}}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="{{S_DOMAIN_TITLE}}">
<table class="data stack desk">
<caption class="visually-hidden">{{S_DOMAIN_TITLE}}</caption>
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col">[[State]]</th><th scope="col">[[Answer]]</th><th scope="col">[[For]]</th><th scope="col">[[Last change]]</th></tr></thead>
<tbody>
{{#S_ROW}}
<tr><th scope="row"><a href="{{S_ROW_HREF}}"><span class="code">{{S_ROW_CODE}}</span> {{S_ROW_TITLE}}</a></th>
<td data-label="[[State]]">{{>STATE}}{{#S_ROW_RELEASED}} <span class="tag tag-good">[[released]]</span>{{/S_ROW_RELEASED}}</td><td data-label="[[Answer]]">{{S_ROW_VALUE}}{{#S_LOOK}} <span class="tag tag-warn">{{S_LOOK_TEXT}}</span>{{/S_LOOK}}</td><td data-label="[[For]]">{{S_ROW_AUDIENCE}}</td><td class="quiet" data-label="[[Last change]]">{{S_ROW_LAST}}</td></tr>
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
