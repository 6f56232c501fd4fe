{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><span aria-current="page">[[Governments]]</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<ul class="cards">{{#PARTICIPANT}}<li class="card"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></li>
{{/PARTICIPANT}}</ul>
{{>DOWNLOADS}}
