{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><span aria-current="page">[[Catalogue]]</span></nav>
<h1>[[Catalogue]]</h1>
<p class="lead">[[The frameworks of indicators as they are loaded. Their texts are kept in files, so that a change can be discussed before it holds. A changed definition is a new version and a break in series; better wording is not.]]</p>
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
<form method="post" action="/secretariat/catalogue/preview" enctype="multipart/form-data" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Load a revised framework]]</h2>
<p>[[You see first what would change and which series break; nothing is changed before you confirm.]]</p>
<div class="field"><label for="file">[[ZIP file of the framework's folder (framework.yaml and a file for each indicator)]]</label><input id="file" name="file" type="file" accept=".zip,application/zip"></div>
<div class="actions"><button type="submit">[[Show what would change]]</button></div>
</form>
<form method="post" action="/secretariat/catalogue/retire" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Retire an indicator, or bring it back]]</h2>
<p class="hint">[[New rounds no longer offer a retired indicator; open rounds go on, and its history stays. Loading files that have it brings it back.]]</p>
<div class="field"><label for="framework">[[Framework]]</label><select id="framework" name="framework">{{#CA_CHOICE}}<option value="{{OPTION_VALUE}}">{{OPTION_NAME}}</option>{{/CA_CHOICE}}</select></div>
<div class="field"><label for="indicator">[[Code of the indicator]]</label><input id="indicator" name="indicator" maxlength="64" autocomplete="off" required></div>
<div class="field"><label for="reason">[[Reason (for retiring)]]</label><textarea id="reason" name="reason" rows="2" maxlength="2000"></textarea></div>
<div class="actions"><button type="submit" name="do" value="retire" class="danger">[[Retire it]]</button> <button type="submit" name="do" value="reinstate" class="second">[[Bring it back]]</button></div>
</form>
<h2>[[Changed definitions]]</h2>
{{#CA_NONE}}<p>[[No indicator has had another definition yet.]]</p>{{/CA_NONE}}
{{#CA_CHANGES}}
<ol class="history">
{{#CA_CHANGE}}<li><span class="quiet">{{CA_LOADED}}</span> {{CA_CODE}} {{CA_TITLE}}: [[version]] {{CA_VERSION}} <span class="quiet">{{CA_FRAMEWORK}}</span></li>
{{/CA_CHANGE}}
</ol>
{{/CA_CHANGES}}
