{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/account/">[[My account]]</a><span aria-current="page">[[Calendar of deadlines]]</span></nav>
<h1>[[Calendar of deadlines]]</h1>
<p class="lead">[[Calendar programs (Outlook, Google, Apple, Thunderbird) can show when rounds open, are due and close, and follow changes. They fetch them from a secret address: whoever has it sees these dates, and nothing else.]]</p>
{{#CAL_MADE}}
<div class="notice notice-good" role="status"><p><strong>{{CAL_TITLE}}: [[the address, shown this once. Subscribe to it in your calendar program and pass it on to colleagues as you see fit.]]</strong></p>
<ul>
{{#CAL_ADDRESS}}<li>{{CAL_LANGUAGE}}: <a href="{{CAL_HREF}}" hreflang="{{CAL_LANG}}" class="long">{{CAL_HREF}}</a></li>
{{/CAL_ADDRESS}}
</ul></div>
{{/CAL_MADE}}
{{#CAL_NONE}}<p>[[Focal points and clearing officers make the address of their government's calendar. You hold neither role; ask yours for the address.]]</p>{{/CAL_NONE}}
{{#CAL_ROW}}
<form method="post" action="/account/calendar" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="participant" value="{{CAL_PARTICIPANT}}">
<h2>{{CAL_TITLE}}</h2>
{{#CAL_STATE}}<p>{{CAL_STATE_TEXT}} [[Renewing it makes the old address stop at once, for everybody who uses it.]]</p>{{/CAL_STATE}}
{{#CAL_FIRST}}<p>[[There is no address yet.]]</p><div class="actions"><button type="submit">[[Make the address]]<span class="visually-hidden">: {{CAL_TITLE}}</span></button></div>{{/CAL_FIRST}}
{{#CAL_AGAIN}}<div class="actions"><button type="submit" class="second">[[Renew the address]]<span class="visually-hidden">: {{CAL_TITLE}}</span></button></div>{{/CAL_AGAIN}}
</form>
{{/CAL_ROW}}
