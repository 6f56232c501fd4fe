{{%AUTOESCAPE context="HTML"}}
<h1>[[How well are victims of trafficking protected?]]</h1>
<p class="lead">[[Governments of the region measure it with the same indicators, follow their own progress and share it with each other.]]</p>
<ul class="cards wide">
{{#CARD}}
<li class="card"><h2><a href="{{PREFIX}}/{{CODE}}/">{{TITLE}}</a></h2>
<p class="meta">{{INDICATORS}} {{DOMAINS}} · {{#CARD_FILLED}}{{TEXT}}{{/CARD_FILLED}}{{#CARD_EMPTY}}[[no period released yet]]{{/CARD_EMPTY}}</p>
<p>{{DESCRIPTION}}</p>
<p><a href="{{PREFIX}}/{{CODE}}/indicators/">[[Indicators]]</a> · <a href="{{PREFIX}}/{{CODE}}/countries/">[[Governments]]</a> · <a href="{{PREFIX}}/{{CODE}}/sdg/">[[SDG targets]]</a></p></li>
{{/CARD}}
</ul>
{{#NO_FRAMEWORK}}<p class="notice">[[No framework has been loaded yet.]]</p>{{/NO_FRAMEWORK}}
{{#NO_FIGURES}}<p class="notice">[[No figures have been released yet. The indicators and what is officially known are there already.]]</p>{{/NO_FIGURES}}
{{#WAITING}}<p class="notice">[[“{{TITLE}}” has no released answers yet: its first round is still to come.]] <a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/">[[What is officially known about it]]</a> [[stands under its SDG targets.]] [[Below is the overview of “{{SHOWN_TITLE}}”, which has figures.]]</p>{{/WAITING}}
{{>OVERVIEW}}
{{>DOWNLOADS}}
