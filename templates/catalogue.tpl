{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><span aria-current="page">[[Catalogue]]</span></nav>
<h1>[[Catalogue]]</h1>
<p class="lead">[[The frameworks of indicators as they are loaded. Their texts are kept in files, so that a change can be discussed before it holds; the command “monitor catalogue load” takes them in. A changed definition is a new version and a break in series; better wording is not.]]</p>
<div class="scroll" tabindex="0" role="region" aria-label="[[Catalogue]]">
<table class="data stack">
<caption class="visually-hidden">[[Catalogue]]</caption>
<thead><tr><th scope="col">[[Framework]]</th><th scope="col" class="num">[[Version]]</th><th scope="col">[[Loaded]]</th><th scope="col" class="num">[[Indicators]]</th><th scope="col" class="num">[[Retired]]</th></tr></thead>
<tbody>
{{#CA_ROW}}
<tr><th scope="row"><a href="{{CA_HREF}}">{{CA_TITLE}}</a></th><td class="num" data-label="[[Version]]">{{CA_VERSION}}</td><td data-label="[[Loaded]]">{{CA_LOADED}}</td><td class="num" data-label="[[Indicators]]">{{CA_INDICATORS}}</td><td class="num" data-label="[[Retired]]">{{CA_RETIRED}}</td></tr>
{{/CA_ROW}}
</tbody>
</table>
</div>
<h2>[[Changed definitions]]</h2>
{{#CA_NONE}}<p>[[No indicator has had another definition yet.]]</p>{{/CA_NONE}}
{{#CA_CHANGES}}
<ol class="history">
{{#CA_CHANGE}}<li><span class="quiet">{{CA_LOADED}}</span> {{CA_CODE}} {{CA_TITLE}}: [[version]] {{CA_VERSION}} <span class="quiet">{{CA_FRAMEWORK}}</span></li>
{{/CA_CHANGE}}
</ol>
{{/CA_CHANGES}}
