{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/catalogue">[[Catalogue]]</a><a href="/secretariat/catalogue/{{FW_FRAMEWORK}}/">{{FW_FRAMEWORK}}</a><span aria-current="page">{{FW_CODE}}</span></nav>
<h1><span class="code">{{FW_CODE}}</span> {{FW_TITLE}}</h1>
{{#FW_RETIRED}}<p class="notice notice-warn">[[retired]]: {{FW_RETIRED_AT}}. {{FW_REASON}}</p>{{/FW_RETIRED}}
<h2>[[Versions]]</h2>
<ol class="history">
{{#FW_ONE}}<li>[[version]] {{FW_VERSION}} <span class="quiet">{{FW_LOADED}}</span>{{#FW_CURRENT}} <span class="tag tag-good">[[in use]]</span>{{/FW_CURRENT}}<br>{{FW_TYPE}}
{{#FW_DIFFERENCES}}<p><strong>[[Another definition than before it: a break in the series]]</strong></p><dl class="diff">
{{#CL_DIFFERENCE}}<dt>{{CL_PART}}</dt><dd>{{#CL_PIECE}}{{#CL_SAME}}{{CL_TEXT}}{{/CL_SAME}}{{#CL_ADDED}}<ins>{{CL_TEXT}}</ins>{{/CL_ADDED}}{{#CL_REMOVED}}<del>{{CL_TEXT}}</del>{{/CL_REMOVED}}{{/CL_PIECE}}</dd>
{{/CL_DIFFERENCE}}</dl>{{/FW_DIFFERENCES}}</li>
{{/FW_ONE}}
</ol>
<h2>[[Texts and translations]]</h2>
<p>{{FW_TRANSLATIONS}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="[[Texts and translations]]">
<table class="data stack">
<caption class="visually-hidden">[[Texts and translations]]</caption>
<thead><tr><th scope="col">[[Part]]</th>{{#FW_LANGUAGE}}<th scope="col">{{FW_LANGUAGE_NAME}}</th>{{/FW_LANGUAGE}}</tr></thead>
<tbody>
{{#FW_TEXT_ROW}}<tr><th scope="row">{{FW_PART}}</th>{{#FW_TEXT}}<td data-label="{{FW_LANGUAGE_NAME}}" lang="{{FW_LANGUAGE_CODE}}">{{FW_TEXT_TEXT}}{{#FW_MISSING}}<span class="tag tag-bad">[[missing]]</span>{{/FW_MISSING}}</td>{{/FW_TEXT}}</tr>
{{/FW_TEXT_ROW}}
</tbody>
</table>
</div>
