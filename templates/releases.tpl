{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><span aria-current="page">[[Releases]]</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">[[Each release stays reachable as it was. Where a government corrected an answer, the old figure and the new one stand side by side, with its note.]]</p>
{{#EMPTY}}<p class="notice">[[Nothing has been released yet.]]</p>{{/EMPTY}}
<div class="scroll" tabindex="0" role="region" aria-label="[[Releases]]"><table class="data stack">
<caption class="visually-hidden">[[Releases]]</caption>
<thead><tr><th scope="col">[[Period]]</th><th scope="col">[[Release]]</th><th scope="col">[[Released]]</th><th scope="col">[[Note]]</th><th scope="col">[[All of it as files]]</th></tr></thead>
<tbody>{{#RELEASE_ROW}}<tr><td data-label="[[Period]]">{{PERIOD}}</td><th scope="row"><a href="{{HREF}}">{{TITLE}}</a></th><td data-label="[[Released]]" class="date">{{RELEASED}}</td><td data-label="[[Note]]">{{#NOTE}}{{TEXT}}{{/NOTE}}</td><td data-label="[[All of it as files]]"><a href="{{ZIP_HREF}}" aria-label="[[ZIP file:]] {{TITLE}}, {{PERIOD}}">ZIP</a></td></tr>
{{/RELEASE_ROW}}</tbody></table></div>
{{>DOWNLOADS}}
