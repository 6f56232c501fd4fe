{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><span aria-current="page">{{Q_PARTICIPANT}}, {{Q_PERIOD}}</span></nav>
<h1>{{Q_PARTICIPANT}}: {{Q_FRAMEWORK}}, {{Q_PERIOD}}</h1>
{{#Q_ON_TIME}}<p class="lead">{{Q_PHASE}} · {{Q_DEADLINE}}{{#Q_DAYS}} · <strong>{{Q_DAYS_TEXT}}</strong>{{/Q_DAYS}}</p>{{/Q_ON_TIME}}
{{#Q_LATE}}<p class="notice notice-bad">{{Q_PHASE}}: {{Q_DEADLINE}}{{#Q_DAYS}} · <strong>{{Q_DAYS_TEXT}}</strong>{{/Q_DAYS}}</p>{{/Q_LATE}}
{{#Q_EXTENDED}}<p class="hint">{{Q_EXTENDED_DATES}}: {{Q_EXTENDED_TEXT}}</p>{{/Q_EXTENDED}}
{{#Q_CLOSED}}<p class="notice">[[The round is closed. What was returned can still be mended; for anything else ask the secretariat for an extension.]]</p>{{/Q_CLOSED}}
<p class="progress"><progress max="{{Q_EXPECTED}}" value="{{Q_DONE}}" aria-label="{{Q_DONE_TEXT}}"></progress> {{Q_DONE_TEXT}}</p>
<nav aria-label="[[Answers by state]]"><ul class="counters">
{{#Q_COUNTER}}<li><a href="{{Q_COUNTER_HREF}}"{{#Q_COUNTER_URGENT}} class="urgent"{{/Q_COUNTER_URGENT}}{{#Q_COUNTER_CHOSEN}} aria-current="true"{{/Q_COUNTER_CHOSEN}}><strong>{{Q_COUNTER_NUMBER}}</strong> {{Q_COUNTER_TITLE}}</a></li>
{{/Q_COUNTER}}</ul></nav>
<div class="actions">
{{#Q_NEXT}}<a class="button" href="{{Q_NEXT_HREF}}">{{Q_NEXT_TEXT}}</a>{{/Q_NEXT}}
{{#Q_SUBMIT}}<a class="button second" href="{{Q_SUBMIT_HREF}}">{{Q_SUBMIT_TEXT}}</a>{{/Q_SUBMIT}}
{{#Q_CLEARING}}<a class="button second" href="{{Q_CLEARING_HREF}}">{{Q_CLEARING_TEXT}}</a>{{/Q_CLEARING}}
</div>
<p class="links"><a href="{{Q_BOOK_HREF}}">[[Excel and CSV]]</a> <a href="{{Q_HREF}}record">[[Record of clearing]]</a> <a href="{{Q_TEAM_HREF}}">[[People, handover and deputies]]</a></p>
{{#Q_ASKED}}
<section class="notice" aria-labelledby="asked">
<h2 id="asked">[[The secretariat asks]]</h2>
<ul class="plain">
{{#Q_ASKED_ROW}}<li><a href="{{Q_ASKED_HREF}}"><span class="code">{{Q_ASKED_CODE}}</span></a> <span class="hint">{{Q_ASKED_BY}}</span></li>
{{/Q_ASKED_ROW}}
</ul>
</section>
{{/Q_ASKED}}
{{#Q_RETURNED}}
<section class="notice notice-warn" aria-labelledby="returned">
<h2 id="returned">[[Returned for correction]]</h2>
<ul class="plain">
{{#Q_RETURNED_ROW}}<li><a href="{{Q_ROW_HREF}}"><span class="code">{{Q_ROW_CODE}}</span> {{Q_ROW_TITLE}}</a>{{#Q_RETURNED_MENDED}} <span class="tag">[[changed since]]</span>{{/Q_RETURNED_MENDED}}<br>[[Returned because]]: {{Q_ROW_REASON_TEXT}} <span class="hint">({{Q_ROW_LAST}})</span></li>
{{/Q_RETURNED_ROW}}
</ul>
</section>
{{/Q_RETURNED}}
{{#Q_OVERVIEW}}
<h2>[[Progress by domain]]</h2>
<ul class="shares">
{{#Q_SHARE}}<li><a href="{{Q_SHARE_HREF}}">{{Q_SHARE_TITLE}}</a><span><progress max="{{Q_SHARE_MAX}}" value="{{Q_SHARE_DONE}}" aria-label="{{Q_SHARE_TITLE}}"></progress> {{Q_SHARE_TEXT}}</span></li>
{{/Q_SHARE}}
</ul>
{{/Q_OVERVIEW}}
<h2 id="list">[[Indicators]]</h2>
<form method="get" action="{{Q_HREF}}" class="inline" role="search">
<div class="field"><label for="q">[[Words in title or code]]</label><input id="q" name="q" type="search" value="{{Q_WORDS}}" maxlength="200" autocomplete="off"></div>
<div class="field"><label for="state">[[State]]</label><select id="state" name="state"><option value="">[[all]]</option>{{#Q_STATE}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/Q_STATE}}</select></div>
<div class="field"><label for="domain">[[Domain]]</label><select id="domain" name="domain"><option value="">[[all]]</option>{{#Q_CHOICE}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/Q_CHOICE}}</select></div>
<button type="submit" class="second">[[Filter]]</button>
{{#Q_ALL}}<a href="{{Q_HREF}}">[[Show all]]</a>{{/Q_ALL}}
</form>
{{#Q_SOME}}<p role="status">{{Q_SOME_TEXT}}</p>{{/Q_SOME}}
{{#Q_NONE}}<p class="notice" role="status">[[No indicator fits these words and choices.]] <a href="{{Q_HREF}}">{{Q_ALL_TEXT}}</a></p>{{/Q_NONE}}
{{#Q_DOMAIN}}
<section class="domain">
<h3 id="d-{{Q_DOMAIN_CODE}}">{{Q_DOMAIN_TITLE}}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="{{Q_DOMAIN_TITLE}}">
<table class="data stack desk">
<caption class="visually-hidden">{{Q_DOMAIN_TITLE}}</caption>
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col">[[State]]</th><th scope="col">[[Answer]]</th><th scope="col">[[For]]</th><th scope="col">[[Last change]]</th></tr></thead>
<tbody>
{{#Q_ROW}}
<tr><th scope="row"><a href="{{Q_ROW_HREF}}"><span class="code">{{Q_ROW_CODE}}</span> {{Q_ROW_TITLE}}</a>{{#Q_ROW_REASON}}<div class="hint">[[Returned because]]: {{Q_ROW_REASON_TEXT}}</div>{{/Q_ROW_REASON}}{{#Q_ROW_LACKS}}<div class="hint">{{Q_ROW_LACKS_TEXT}}</div>{{/Q_ROW_LACKS}}</th>
<td data-label="[[State]]">{{>STATE}}{{#Q_ROW_COMPLETE}} <span class="tag tag-good">[[complete]]</span>{{/Q_ROW_COMPLETE}}{{#Q_ROW_RELEASED}} <span class="tag tag-good">[[released]]</span>{{/Q_ROW_RELEASED}}</td><td data-label="[[Answer]]">{{Q_ROW_VALUE}}{{#Q_ROW_UNUSUAL}} <span class="tag tag-warn">[[unusual, explained]]</span>{{/Q_ROW_UNUSUAL}}</td><td data-label="[[For]]">{{Q_ROW_AUDIENCE}}</td><td class="quiet" data-label="[[Last change]]">{{Q_ROW_LAST}}</td></tr>
{{/Q_ROW}}
</tbody>
</table>
</div>
</section>
{{/Q_DOMAIN}}
