{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{PREFIX}}/{{FRAMEWORK}}/releases/">[[Releases]]</a><span aria-current="page">{{TITLE}}, {{PERIOD}}</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="meta">[[Release]] {{NUMBER}} · [[Released]] {{RELEASED}}</p>
{{#NOTE}}<p class="lead prose">{{TEXT}}</p>{{/NOTE}}
{{#RELEASE_AFTER}}<p class="notice">[[This is what stood after this release. The one after it:]] <a href="{{HREF}}">{{TITLE}}</a></p>{{/RELEASE_AFTER}}
{{#RELEASE_BEFORE}}<p>[[The release before it:]] <a href="{{HREF}}">{{TITLE}}</a></p>{{/RELEASE_BEFORE}}
{{#CHANGES_SOME}}<section><h2>[[What it changed]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[What it changed]]"><table class="data stack">
<caption class="visually-hidden">[[What it changed]]</caption>
<thead><tr><th scope="col">[[Government]]</th><th scope="col">[[Indicator]]</th><th scope="col">[[Published before]]</th><th scope="col">[[Published by this release]]</th><th scope="col">[[Note]]</th></tr></thead>
<tbody>{{#CHANGE_ROW}}<tr><th scope="row">{{TITLE}}</th><td data-label="[[Indicator]]"><a href="{{HREF}}">{{CODE}}</a></td><td data-label="[[Published before]]">{{BEFORE}}</td><td data-label="[[Published by this release]]">{{AFTER}}</td><td data-label="[[Note]]">{{#NOTE}}{{TEXT}}{{/NOTE}}</td></tr>
{{/CHANGE_ROW}}</tbody></table></div></section>{{/CHANGES_SOME}}
{{#CHANGES_NONE}}<p class="notice">[[It changed no answer that this audience may see.]]</p>{{/CHANGES_NONE}}
<section><h2>[[Regional figures after it]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Regional figures after it]]"><table class="data stack">
<caption class="hint">[[Scores from 0 to 100, for counts and rates the values as reported; over what this audience may see.]]</caption>
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col" class="num">[[Mean]]</th><th scope="col" class="num">[[Median]]</th><th scope="col" class="num">[[Lowest and highest]]</th><th scope="col" class="num">[[Governments]]</th></tr></thead>
<tbody>{{#FIGURE_ROW}}<tr><th scope="row"><a href="{{HREF}}"><span class="code">{{CODE}}</span> {{TITLE}}</a></th><td class="num" data-label="[[Mean]]">{{MEAN}}{{#SUM}} <span class="quiet">([[sum]] {{TEXT}})</span>{{/SUM}}{{#WAS}} <span class="tag tag-warn">[[before]]: {{TEXT}}</span>{{/WAS}}</td><td class="num" data-label="[[Median]]">{{MEDIAN}}</td><td class="num" data-label="[[Lowest and highest]]">{{SPREAD}}</td><td class="num" data-label="[[Governments]]">{{REPORTING}}</td></tr>
{{/FIGURE_ROW}}</tbody></table></div>
{{#NONE}}<p class="hint">{{TEXT}}</p>{{/NONE}}</section>
<p class="downloads">[[All of this release in one file, with a description of each column:]] <a href="{{ZIP_HREF}}">ZIP</a></p>
{{>DOWNLOADS}}
