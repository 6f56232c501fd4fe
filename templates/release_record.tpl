{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><a href="{{ROUND_HREF}}">{{ROUND_TITLE}}</a><span aria-current="page">{{RL_NAME}}</span></nav>
<h1>{{RL_NAME}}</h1>
<dl class="facts"><dt>[[Release]]</dt><dd>{{RL_NUMBER}}</dd><dt>[[Released]]</dt><dd>{{RL_AT}}, {{RL_BY}}</dd>
{{#RL_RELEASE_NOTE}}<dt>[[Note]]</dt><dd class="prose">{{RL_RELEASE_NOTE_TEXT:p}}</dd>{{/RL_RELEASE_NOTE}}</dl>
<p><a href="{{RL_PUBLIC_HREF}}">[[As members see it, with the regional figures]]</a></p>
<h2>[[What it changed]]</h2>
{{>RL_CHANGES}}
