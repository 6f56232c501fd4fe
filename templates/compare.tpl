{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><span aria-current="page">[[Compare]]</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">[[Choose what to set beside each other. The address of the page keeps the choice: send it to somebody, and they see the same.]]</p>
{{#CHOICE}}
<form class="card" id="choice" method="get" action="{{PREFIX}}/{{FRAMEWORK}}/compare" data-find="[[Find an indicator]]" data-copy="[[Copy the link to this comparison]]" data-copied="[[The link is copied.]]">
<details{{#OPEN}} open{{/OPEN}}><summary>{{#OPEN}}[[Choice]]{{/OPEN}}{{#CLOSED}}[[Change the choice]]{{/CLOSED}}</summary>
<p class="hint">{{TEXT}}</p>
<fieldset class="choices"><legend>[[Indicators and domains]]</legend>
{{#CHOICE_GROUP}}<details class="group"{{#GROUP_OPEN}} open{{/GROUP_OPEN}}><summary>{{TITLE}}</summary>
{{#CHOICE_DOMAIN}}<label><input type="checkbox" name="domain" value="{{CODE}}"{{#CHECKED}} checked{{/CHECKED}}> <b>[[Score:]] {{TITLE}}</b></label>{{/CHOICE_DOMAIN}}
{{#CHOICE_INDICATOR}}<label><input type="checkbox" name="indicator" value="{{CODE}}"{{#CHECKED}} checked{{/CHECKED}}> <span>{{CODE}} {{TITLE}}{{#IN_FORCE}} <small>({{TEXT}})</small>{{/IN_FORCE}}</span></label>
{{/CHOICE_INDICATOR}}</details>
{{/CHOICE_GROUP}}
</fieldset>
<fieldset class="choices"><legend>[[Governments]]</legend><p class="hint">[[None chosen: all who were asked.]]</p>
<div class="in-row">{{#CHOICE_PARTICIPANT}}<label><input type="checkbox" name="participant" value="{{CODE}}"{{#CHECKED}} checked{{/CHECKED}}> <span>{{TITLE}}</span></label>{{/CHOICE_PARTICIPANT}}</div>
</fieldset>
<div class="inline">
<div class="field"><label for="from">[[From]]</label><select id="from" name="from"><option value="">[[the first period]]</option>{{#FROM}}<option value="{{PERIOD}}"{{#SELECTED}} selected{{/SELECTED}}>{{PERIOD}}</option>{{/FROM}}</select></div>
<div class="field"><label for="to">[[To]]</label><select id="to" name="to"><option value="">[[the newest period]]</option>{{#TO}}<option value="{{PERIOD}}"{{#SELECTED}} selected{{/SELECTED}}>{{PERIOD}}</option>{{/TO}}</select></div>
<label class="tick"><input type="checkbox" name="official" value="1"{{#WITH_OFFICIAL}} checked{{/WITH_OFFICIAL}}> [[With the official series that stand beside these indicators]]</label>
</div>
<p class="actions"><button type="submit">[[Compare]]</button></p>
</details>
</form>
{{/CHOICE}}
{{#NOTHING_CHOSEN}}<p class="notice">[[Nothing is chosen yet: tick at least one indicator or domain above.]] <a href="{{PREFIX}}/{{FRAMEWORK}}/compare?domain=overall">[[For example: the overall scores of all governments.]]</a></p>{{/NOTHING_CHOSEN}}
{{#NO_PERIODS}}<p class="notice">[[No period of this framework has been released yet: there is nothing to compare before the first round ends.]]</p>{{/NO_PERIODS}}
{{#NOTHING_ASKED}}<p class="notice">[[None of what is chosen was asked in these periods. Choose other periods or other indicators.]]</p>{{/NOTHING_ASKED}}
{{#COMPARE_RESULT}}
{{#LIMIT}}<p class="notice notice-warn">{{TEXT}}</p>{{/LIMIT}}
<p class="key">{{#COMPARE_KEY}}<span><b>{{CODE}}</b> <a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></span> {{/COMPARE_KEY}}</p>
<div class="multiples two">
{{#COMPARE_CHART}}<figure><figcaption>{{#INDICATOR_LINK}}<a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{CODE}}</a> {{/INDICATOR_LINK}}{{TITLE}} <small>({{TYPE}}{{#DIRECTION_NOTE}}; {{DIRECTION}}{{/DIRECTION_NOTE}})</small></figcaption>
{{>CHART}}{{#COMPARE_EMPTY}}<p class="hint">[[No value that this page may show.]]</p>{{/COMPARE_EMPTY}}</figure>
{{/COMPARE_CHART}}
</div>
<h2>[[The figures]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[The figures]]">
<table class="data compare">
<caption>[[Governments in alphabetical order. A dashed line is a break in series: what stands left of it was asked by another definition. Where there is no figure, the words say why; a dash means that it was not asked then. None of it is zero.]]</caption>
<thead><tr><th scope="col">[[Government]]</th>{{#COMPARE_PERIOD}}<th scope="col" class="num">{{PERIOD}}</th>{{/COMPARE_PERIOD}}</tr></thead>
{{#COMPARE_GROUP}}<tbody>
<tr><th scope="rowgroup" colspan="{{COLUMNS}}" class="group"><span>{{CODE}} {{TITLE}}</span></th></tr>
{{#COMPARE_ROW}}<tr><th scope="row">{{TITLE}}</th>{{#COMPARE_CELL}}{{#CELL_BREAK}}<td class="num break-before"><span class="visually-hidden">[[break in series]]</span> {{#CELL_FIGURE}}{{TEXT}}{{/CELL_FIGURE}}{{#CELL_WORDS}}<small>{{TEXT}}</small>{{/CELL_WORDS}}</td>{{/CELL_BREAK}}{{#CELL_PLAIN}}<td class="num">{{#CELL_FIGURE}}{{TEXT}}{{/CELL_FIGURE}}{{#CELL_WORDS}}<small>{{TEXT}}</small>{{/CELL_WORDS}}{{#CELL_NOT}}<span aria-hidden="true">–</span><span class="visually-hidden">{{TEXT}}</span>{{/CELL_NOT}}</td>{{/CELL_PLAIN}}{{/COMPARE_CELL}}</tr>
{{/COMPARE_ROW}}
</tbody>{{/COMPARE_GROUP}}
</table>
</div>
{{/COMPARE_RESULT}}
{{#COMPARE_OFFICIAL}}<h2>[[Official series beside them]]</h2>
<p class="hint">[[Published by the United Nations Statistics Division, by calendar year and for all governments. They are no answers, and not in the table above.]]</p>
{{#OFFICIAL_LIMIT}}<p class="notice notice-warn">{{TEXT}}</p>{{/OFFICIAL_LIMIT}}
{{#OFFICIAL_NONE}}<p>[[None stands beside what is chosen.]]</p>{{/OFFICIAL_NONE}}
<p class="key">{{#OFFICIAL_KEY}}<span><b>{{CODE}}</b> {{TITLE}}</span> {{/OFFICIAL_KEY}}</p>
<ul class="chart-legend">{{#OFFICIAL_NOTE}}<li>{{TEXT}}</li>{{/OFFICIAL_NOTE}}</ul>
<div class="multiples two">
{{#OFFICIAL_SERIES}}<figure><figcaption><a href="{{HREF}}">{{TITLE}}</a> <small>({{NUMBER}}; {{INDICATORS}}) {{SUBTITLE}}</small></figcaption>
{{>CHART}}</figure>
{{/OFFICIAL_SERIES}}</div>
{{/COMPARE_OFFICIAL}}
{{#FILLED}}{{>DOWNLOADS}}{{/FILLED}}
