{{%AUTOESCAPE context="HTML"}}
<h1>[[How well are victims of trafficking protected?]]</h1>
<p class="lead">[[Governments of the region measure it with the same indicators, follow their own progress and share it with each other.]]</p>
<div class="three">
<section><h2>[[What this is]]</h2><p>[[Once a round each government answers the same indicators, clears its own figures and says who may see them. What was released is compared here, and official figures of the Sustainable Development Goals stand beside it.]]</p></section>
<section><h2>[[Who reports]]</h2><p>{{#PARTICIPANT}}{{COMMA}}{{#PARTICIPANT_LINK}}<a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a>{{/PARTICIPANT_LINK}}{{/PARTICIPANT}}.</p></section>
<section><h2>[[How to read it]]</h2><p>[[Scores run from 0 to 100, in five bands. Governments stand in alphabetical order and nobody is ranked. What is missing, not applicable or kept back is never shown as zero.]] <a href="{{PREFIX}}/methods">[[Methods and sources]]</a></p></section>
</div>
<ul class="cards wide">
{{#CARD}}
<li class="card"><h2><a href="{{PREFIX}}/{{CODE}}/">{{TITLE}}</a></h2>
<p class="meta">{{INDICATORS}} {{DOMAINS}} · {{#CARD_FILLED}}{{TEXT}}{{/CARD_FILLED}}{{#CARD_EMPTY}}[[no period released yet]]{{/CARD_EMPTY}}</p>
<p><a href="{{PREFIX}}/{{CODE}}/indicators/">[[Indicators]]</a> · <a href="{{PREFIX}}/{{CODE}}/countries/">[[Governments]]</a> · <a href="{{PREFIX}}/{{CODE}}/sdg/">[[SDG targets]]</a> · <a href="{{PREFIX}}/{{CODE}}/compare">[[Compare]]</a></p></li>
{{/CARD}}
</ul>
{{#NO_FRAMEWORK}}<p class="notice">[[No framework has been loaded yet.]]</p>{{/NO_FRAMEWORK}}
{{#NO_FIGURES}}<p class="notice">[[No figures have been released yet. The indicators and what is officially known are there already.]]</p>{{/NO_FIGURES}}
{{#WAITING}}<p class="notice">[[“{{TITLE}}” has no released answers yet: its first round is still to come.]] <a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/">[[What is officially known about it]]</a> [[stands under its SDG targets.]] [[Below is the overview of “{{SHOWN_TITLE}}”, which has figures.]] [[They say nothing about “{{TITLE}}”.]]</p>{{/WAITING}}
{{>OVERVIEW}}
{{#SOURCE_LINE}}<p class="hint">[[Source:]] {{TEXT}}</p>{{/SOURCE_LINE}}
{{>DOWNLOADS}}
