{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><span aria-current="page">[[Indicators]]</span></nav>
<h1>{{PAGE_TITLE}}</h1>
{{#DOMAIN}}
<section id="{{CODE}}"><h2>{{TITLE}}</h2>
<table class="data stack">
<thead><tr><th scope="col">[[Code]]</th><th scope="col">[[Indicator]]</th><th scope="col">[[Kind of answer]]</th><th scope="col">[[How to read it]]</th><th scope="col">[[Asked]]</th></tr></thead>
<tbody>
{{#INDICATOR}}<tr><td>{{CODE}}</td><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{TITLE}}</a></th><td>{{TYPE}}</td><td>{{DIRECTION}}</td><td>{{#IN_FORCE}}{{TEXT}}{{/IN_FORCE}}{{#RETIRED}} [[retired]]{{/RETIRED}}</td></tr>
{{/INDICATOR}}
</tbody></table></section>
{{/DOMAIN}}
{{>DOWNLOADS}}
