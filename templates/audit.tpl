{{%AUTOESCAPE context="HTML"}}
<h1>[[Audit log]]</h1>
<p class="lead">[[Who did what, newest first. Each row is hashed together with the one before it; the command “monitor audit verify” proves that none was changed.]]</p>
<div class="scroll" tabindex="0" role="region" aria-label="[[Audit log]]">
<table class="data stack">
<caption class="visually-hidden">[[Audit log]]</caption>
<thead><tr><th scope="col" class="num">[[No.]]</th><th scope="col">[[When]]</th><th scope="col">[[Who]]</th><th scope="col">[[What]]</th><th scope="col">[[On what]]</th><th scope="col">[[Details]]</th><th scope="col">[[From where]]</th></tr></thead>
<tbody>
{{#AU_ROW}}
<tr><td class="num" data-label="[[No.]]">{{AU_ID}}</td><td class="date" data-label="[[When]]">{{AU_AT}}</td><td data-label="[[Who]]">{{AU_ACTOR}}</td><td data-label="[[What]]">{{AU_ACTION}}</td><td data-label="[[On what]]">{{AU_OBJECT}}</td><td data-label="[[Details]]"><code>{{AU_DETAIL}}</code></td><td data-label="[[From where]]">{{AU_ADDRESS}}</td></tr>
{{/AU_ROW}}
</tbody>
</table>
</div>
<nav class="steps" aria-label="[[Pages of the log]]">
{{#AU_NEWER}}<a href="{{AU_NEWER_HREF}}" rel="prev">← [[Newer]]</a>{{/AU_NEWER}}
{{#AU_OLDER}}<a href="{{AU_OLDER_HREF}}" rel="next">[[Older]] →</a>{{/AU_OLDER}}
</nav>
