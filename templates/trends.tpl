{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><span aria-current="page">[[Trends and data quality]]</span></nav>
<h1>[[Trends and data quality]]</h1>
{{#T_NO_ROUND}}<p>[[There is no round yet.]]</p>{{/T_NO_ROUND}}
{{#T_BODY}}
<p class="lead">{{T_TITLE}}</p>
<details><summary>[[Another round]]</summary>
<nav class="tabs" aria-label="[[Rounds]]">{{#T_ROUND}}<a href="{{T_ROUND_HREF}}"{{#T_ROUND_HERE}} aria-current="page"{{/T_ROUND_HERE}}>{{T_ROUND_TITLE}}</a>
{{/T_ROUND}}</nav></details>
<p class="hint">[[Figures of all governments that are released, and those that are accepted and not yet released, which are marked so. Governments stand in alphabetical order; nobody is ranked.]] <a href="{{ROUND_HREF}}">[[To the review board]]</a> · <a href="#gaps">[[Beside official figures]]</a> · <a href="#quality">[[Data quality]]</a></p>
<h2>[[What moved since the round before, by domain]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[What moved since the round before, by domain]]">
<table class="data">
<caption>[[How many figures; each government's figure against its own round before, by the same definition.]]</caption>
<thead><tr><th scope="col">[[Domain]]</th><th scope="col" class="num">▲▼ [[better]]</th><th scope="col" class="num">▲▼ [[worse]]</th><th scope="col" class="num">[[moved, not judged]]</th><th scope="col" class="num">[[unchanged]]</th><th scope="col" class="num">[[nothing to compare with]]</th><th scope="col" class="num">[[not available]]</th><th scope="col" class="num">[[not accepted yet]]</th></tr></thead>
<tbody>
{{#T_SUM}}<tr><th scope="row"><a href="{{T_SUM_HREF}}">{{T_SUM_TITLE}}</a></th><td class="num">{{T_SUM_BETTER}}</td><td class="num">{{T_SUM_WORSE}}</td><td class="num">{{T_SUM_MOVED}}</td><td class="num">{{T_SUM_SAME}}</td><td class="num">{{T_SUM_FIRST}}</td><td class="num">{{T_SUM_ABSENT}}</td><td class="num">{{T_SUM_NONE}}</td></tr>
{{/T_SUM}}
</tbody>
</table>
</div>
<h2>[[Coverage]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Coverage]]">
<table class="data even">
<caption>[[Accepted or released answers of those expected. In brackets: accepted, not yet released.]]</caption>
<thead><tr><th scope="col">[[Participant]]</th>{{#T_DOMAIN}}<th scope="col" class="num">{{T_DOMAIN_TITLE}}</th>{{/T_DOMAIN}}</tr></thead>
<tbody>
{{#T_COVER}}<tr><th scope="row"><a href="{{T_SEAT_HREF}}">{{T_SEAT_TITLE}}</a></th>{{#T_COVER_CELL}}<td class="num">{{T_COVER_TEXT}}{{#T_WAITING}} <span class="quiet">({{T_WAITING_COUNT}})</span>{{/T_WAITING}}</td>{{/T_COVER_CELL}}</tr>
{{/T_COVER}}
</tbody>
</table>
</div>
<h2>[[What moved, by indicator]]</h2>
{{#T_UNMOVED}}<p>[[No figure differs from the round before.]]</p>{{/T_UNMOVED}}
{{#T_MOVED}}
<h3 id="moved-{{T_MOVED_CODE}}">{{T_MOVED_TITLE}}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="{{T_MOVED_TITLE}}">
<table class="data stack moves">
<caption class="visually-hidden">{{T_MOVED_TITLE}}</caption>
<thead><tr><th scope="col">[[Indicator]]</th>{{#T_MOVED_SEAT}}<th scope="col">{{T_SEAT_TITLE}}</th>{{/T_MOVED_SEAT}}</tr></thead>
<tbody>
{{#T_ROW}}<tr><th scope="row"><a href="{{T_ROW_HREF}}"><span class="code">{{T_ROW_CODE}}</span> {{T_ROW_TITLE}}</a></th>
{{#T_CELL}}<td data-label="{{T_CELL_SEAT}}">{{T_CELL_TEXT}}{{#T_BETTER}} <span class="tag tag-good">{{T_MOVE_TEXT}}</span> <span class="quiet">[[since]] {{T_MOVE_PERIOD}}</span>{{/T_BETTER}}{{#T_WORSE}} <span class="tag tag-bad">{{T_MOVE_TEXT}}</span> <span class="quiet">[[since]] {{T_MOVE_PERIOD}}</span>{{/T_WORSE}}{{#T_OTHER}} <span class="tag">{{T_MOVE_TEXT}}</span> <span class="quiet">[[since]] {{T_MOVE_PERIOD}}</span>{{/T_OTHER}}{{#T_CELL_WAITS}} <span class="tag tag-warn">[[not yet released]]</span>{{/T_CELL_WAITS}}</td>{{/T_CELL}}</tr>
{{/T_ROW}}
</tbody>
</table>
</div>
{{/T_MOVED}}
<h2 id="gaps">[[Beside official figures]]</h2>
{{#T_NO_GAPS}}<p>[[There is no answer with an official figure of the same thing beside it.]]</p>{{/T_NO_GAPS}}
{{#T_GAPS}}
<p class="hint">[[What a government says of itself, and what is published of the same thing. A gap is a reason to ask, and changes nobody's answer: periods, definitions and sources may differ.]]</p>
<div class="scroll" tabindex="0" role="region" aria-label="[[Beside official figures]]">
<table class="data stack">
<caption class="visually-hidden">[[Beside official figures]]</caption>
<thead><tr><th scope="col">[[Participant]]</th><th scope="col">[[Indicator]]</th><th scope="col" class="num">[[Own figure]]</th><th scope="col" class="num">[[Official figure]]</th><th scope="col">[[Difference]]</th></tr></thead>
<tbody>
{{#T_GAP}}<tr><th scope="row">{{T_GAP_SEAT}}</th><td data-label="[[Indicator]]"><a href="{{T_GAP_HREF}}">{{T_GAP_CODE}}<span class="visually-hidden"> {{T_GAP_SEAT}}</span></a> <span class="quiet">{{T_GAP_SERIES}}, {{T_GAP_VINTAGE}}</span></td><td class="num" data-label="[[Own figure]]"><strong>{{T_GAP_OWN}}</strong> <span class="quiet">({{T_GAP_PERIOD}})</span></td><td class="num" data-label="[[Official figure]]"><strong>{{T_GAP_OFFICIAL}}</strong> <span class="quiet">({{T_GAP_YEAR}})</span></td><td data-label="[[Difference]]">{{#T_GAP_TOLD}}<span class="tag tag-warn">[[gap]]</span>{{/T_GAP_TOLD}}{{#T_GAP_CLOSE}}<span class="tag tag-good">[[close]]</span>{{/T_GAP_CLOSE}}{{#T_GAP_OTHER_YEAR}} <span class="quiet">[[of different years]]</span>{{/T_GAP_OTHER_YEAR}}</td></tr>
{{/T_GAP}}
</tbody>
</table>
</div>
{{/T_GAPS}}
<h2 id="quality">[[Data quality]]</h2>
<p><a href="{{T_CSV_HREF}}">[[The whole list as CSV]]</a></p>
{{>QUALITY}}
{{/T_BODY}}
