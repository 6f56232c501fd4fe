{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><span aria-current="page">[[Governments]]</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="hint">[[In alphabetical order, each with its score over all domains in the newest period in which it was asked.]]</p>
<ul class="cards">{{#PARTICIPANT}}<li class="card"><h2><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></h2>{{#CARD_NONE}}<p class="band band-none">[[No figures yet; what is officially known stands on its page.]]</p>{{/CARD_NONE}}{{#CARD}}<p>{{#CARD_SCORE}}<span class="band band-{{BAND}}"><b>{{SCORE}}</b> {{BAND_NAME}}</span>{{#OWN_CHANGE}} <small>{{TEXT}}</small>{{/OWN_CHANGE}}{{/CARD_SCORE}}{{#CARD_NO_SCORE}}<span class="band band-none">{{WHY}}</span>{{/CARD_NO_SCORE}}</p><p class="hint">{{PERIOD}} · {{TEXT}} {{#BAR}}<progress max="{{EXPECTED}}" value="{{REPORTED}}" aria-label="{{TITLE}}: {{TEXT}}"></progress>{{/BAR}}</p>{{/CARD}}</li>
{{/PARTICIPANT}}</ul>
{{>DOWNLOADS}}
