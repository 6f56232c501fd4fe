{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><a href="/secretariat/catalogue">[[Catalogue]]</a><span aria-current="page">{{FW_FRAMEWORK}}</span></nav>
<h1>[[Indicators]]: {{FW_FRAMEWORK}}</h1>
<div class="scroll" tabindex="0" role="region" aria-label="[[Indicators]]">
<table class="data stack">
<caption class="visually-hidden">[[Indicators]]</caption>
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col">[[Domain]]</th><th scope="col" class="num">[[Version]]</th><th scope="col">[[Loaded]]</th><th scope="col">[[State]]</th></tr></thead>
<tbody>
{{#FW_ROW}}
<tr><th scope="row"><a href="{{FW_HREF}}"><span class="code">{{FW_CODE}}</span> {{FW_TITLE}}</a></th><td data-label="[[Domain]]">{{FW_DOMAIN}}</td><td class="num" data-label="[[Version]]">{{FW_VERSION}}</td><td class="date" data-label="[[Loaded]]">{{FW_LOADED}}</td><td data-label="[[State]]">{{#FW_RETIRED}}<span class="tag tag-warn">[[retired]]</span> {{FW_RETIRED_AT}}: {{FW_REASON}}{{/FW_RETIRED}}</td></tr>
{{/FW_ROW}}
</tbody>
</table>
</div>
