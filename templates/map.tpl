{{%AUTOESCAPE context="HTML"}}
<figure class="map">
<svg viewBox="0 0 {{WIDTH}} {{HEIGHT}}" role="group"><title>{{CHART_TITLE}}</title><desc>[[Each government is a link to its page. The same scores stand in the table.]]</desc><path class="land" d="{{LAND}}"/><path class="border" d="{{BORDERS}}"/>{{#MAP_COUNTRY}}<a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}" aria-label="{{LABEL}}"><path class="country band-{{BAND}}" d="{{PATH}}"><title>{{LABEL}}</title></path></a>{{/MAP_COUNTRY}}<g aria-hidden="true">{{#MAP_LABEL}}<text class="name" x="{{X}}" y="{{Y}}">{{TITLE}}</text><text x="{{X}}" y="{{Y2}}">{{SCORE}}</text>{{/MAP_LABEL}}</g></svg>
<figcaption>[[Overall score of each government, 0–100.]] {{#NOT_DRAWN}}[[Not on this map:]] {{TEXT}}. {{/NOT_DRAWN}}[[The outlines say nothing about the legal status of a country or territory, or about where a border runs. Outlines: Natural Earth, public domain, simplified.]]</figcaption>
</figure>
