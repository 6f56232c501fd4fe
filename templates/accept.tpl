{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><a href="{{ROUND_HREF}}">{{ROUND_TITLE}}</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><span aria-current="page">[[Accept what needs no look]]</span></nav>
<h1>[[Accept what needs no look]]</h1>
{{#A_PROBLEM}}<p class="notice notice-bad" role="alert">{{A_PROBLEM_TEXT}}</p>{{/A_PROBLEM}}
{{#AC_OWN}}<p class="notice">[[You belong to this participant, so somebody else of the secretariat reviews its answers.]]</p>{{/AC_OWN}}
{{#AC_NONE}}<p>[[No answer that waits for review can be accepted without a look.]] <a href="{{LIST_HREF}}?state=cleared">[[To be reviewed]]</a></p>{{/AC_NONE}}
{{#AC_TABLE}}
<p class="lead">[[These answers are cleared, complete, keep to the rules of the catalogue and to their own past, have their evidence, no small cells and no open question.]]</p>
<form method="post" action="{{AC_ACTION}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="scroll" tabindex="0" role="region" aria-label="[[Answers to be accepted]]">
<table class="data stack">
<caption class="visually-hidden">[[Answers to be accepted]]</caption>
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col">[[Answer]]</th><th scope="col">[[Last round]]</th><th scope="col" class="num">[[Evidence]]</th><th scope="col">[[For]]</th></tr></thead>
<tbody>
{{#AC_ROW}}<tr><th scope="row"><input type="hidden" name="answer" value="{{AC_STEP}}"><a href="{{AC_HREF}}"><span class="code">{{AC_CODE}}</span> {{AC_TITLE}}</a></th><td data-label="[[Answer]]">{{AC_VALUE}}</td><td data-label="[[Last round]]">{{AC_LAST}}</td><td class="num" data-label="[[Evidence]]">{{AC_EVIDENCE}}</td><td data-label="[[For]]">{{AC_AUDIENCE}}</td></tr>
{{/AC_ROW}}
</tbody>
</table>
</div>
<p class="hint">[[All or none: if one of them changes before you confirm, nothing is accepted and you are told which.]]</p>
<div class="actions"><button type="submit">{{AC_TEXT}}</button> <a href="{{LIST_HREF}}">[[Back to the list]]</a></div>
</form>
{{/AC_TABLE}}
{{#AC_OTHERS}}
<h2>[[To be looked at one by one]]</h2>
<ul class="plain">
{{#AC_OTHER}}<li><a href="{{AC_HREF}}"><span class="code">{{AC_CODE}}</span> {{AC_TITLE}}</a>: {{AC_VALUE}}{{#S_LOOK}} <span class="tag tag-warn">{{S_LOOK_TEXT}}</span>{{/S_LOOK}}</li>
{{/AC_OTHER}}
</ul>
{{/AC_OTHERS}}
