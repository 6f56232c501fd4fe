{{%AUTOESCAPE context="HTML"}}
<div class="scroll" tabindex="0" role="region" aria-label="{{CODE}}"><table class="data bands even stack sdg-matrix">
<thead><tr><th scope="col">[[What]]</th>{{#HEAD}}<th scope="col">{{TITLE}}</th>{{/HEAD}}</tr></thead>
<tbody>{{#OWN}}<tr class="total"><th scope="row">[[Own answers: compliance score]]{{#COMPLIANCE_PERIOD}} {{PERIOD}}{{/COMPLIANCE_PERIOD}}{{#REGION}} <small>[[Region:]] <a href="{{HREF}}">{{#SCORE_GIVEN}}{{SCORE}} {{BAND_NAME}}{{/SCORE_GIVEN}}{{#SCORE_NONE}}◌ [[insufficient data]]{{/SCORE_NONE}}</a></small>{{/REGION}}</th>{{#OWN_NONE}}<td class="band band-none" colspan="{{COLUMNS}}">[[No answers have been released yet.]]</td>{{/OWN_NONE}}{{>CELL_SCORE}}</tr>{{/OWN}}
{{#TOGETHER}}<tr class="total"><th scope="row">[[Official series together (Open SDG method)]]</th>{{>CELL_VERDICT}}</tr>{{/TOGETHER}}
{{#SERIES}}<tr><th scope="row"><a href="{{HREF}}">{{TITLE}}</a>{{#SUPERSEDED}} <small>[[superseded by]] <a href="{{HREF}}">{{CODE}}</a>, [[not counted together]]</small>{{/SUPERSEDED}}</th>{{>CELL_VERDICT}}</tr>
{{/SERIES}}</tbody></table></div>
{{#MISSING_REGION}}<p class="notice">◌ [[Insufficient data for the region’s compliance score:]] {{TEXT}}</p>{{/MISSING_REGION}}
{{#MISSING}}<details><summary>[[Insufficient data for a government’s compliance score: what is missing]]</summary><ul class="gaps">{{#MISSING_ITEM}}<li><b>{{TITLE}}</b>: {{TEXT}}{{#GAP}} [[Without a score:]] {{TEXT}}.{{/GAP}}</li>
{{/MISSING_ITEM}}</ul></details>{{/MISSING}}
{{#DIFFERENCES}}<details><summary>{{TEXT}}</summary><ul class="gaps">{{#DIFFERENCE_ITEM}}<li><b>{{TITLE}}</b>: {{VERDICT}}. {{TEXT}}</li>
{{/DIFFERENCE_ITEM}}</ul></details>{{/DIFFERENCES}}
