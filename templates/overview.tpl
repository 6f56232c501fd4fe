{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><span aria-current="page">{{FRAMEWORK_TITLE}}</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">{{DESCRIPTION}}</p>
<nav class="tabs" aria-label="[[Within this framework]]"><a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/">[[Indicators]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/">[[Governments]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/">[[SDG targets]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/compare">[[Compare]]</a></nav>
{{#EMPTY}}
<p class="notice">[[No period of this framework has been released yet: there is nothing to compare before the first round ends. What is here already: the indicators with their criteria, and the official figures.]]</p>
<section><h2>[[Domains]]</h2>
<dl class="facts">
{{#DOMAIN}}<dt><a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/#{{CODE}}">{{TITLE}}</a></dt><dd>{{DESCRIPTION}}</dd>
{{/DOMAIN}}
</dl></section>
<section><h2>[[Governments]]</h2>
<ul>{{#PARTICIPANT}}<li><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></li>{{/PARTICIPANT}}</ul></section>
{{/EMPTY}}
{{>OVERVIEW}}
{{#REMARK}}<p class="hint">{{TEXT}}</p>{{/REMARK}}
{{#SOURCE_LINE}}<p class="hint">[[Source:]] {{TEXT}}</p>{{/SOURCE_LINE}}
{{>DOWNLOADS}}
