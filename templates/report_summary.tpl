{{%AUTOESCAPE context="HTML"}}
<section class="chapter">
<h2 id="report-summary">1. [[Summary]]</h2>
<ul class="key-figures">{{#KEY_FIGURE}}<li><b>{{TEXT}}</b> <span>{{LABEL}}</span></li>{{/KEY_FIGURE}}</ul>
{{#PARAGRAPH}}<p>{{#SENTENCE_ITEM}}{{TEXT}} {{/SENTENCE_ITEM}}</p>
{{/PARAGRAPH}}
<h3>[[What moved most]]</h3>
{{#MOVES_FIRST}}<p>[[This is the first round, so there is nothing to compare it with.]]</p>{{/MOVES_FIRST}}
{{#MOVES_NOT_COMPARABLE}}<p>[[No indicator asks the same as in an earlier round with data, so none is compared with earlier figures.]]</p>{{/MOVES_NOT_COMPARABLE}}
{{#MOVES_STILL}}<p>[[No regional mean moved by a whole point.]]</p>{{/MOVES_STILL}}
{{#MOVES_UP}}<h4>[[For the better]]</h4>
<ul class="moves">{{#MOVE}}<li><b>{{CODE}}</b> {{TITLE}}: {{FROM}} → {{TO}}, {{CHANGE_TEXT}}{{#OTHER_COUNT}} ({{TEXT}}){{/OTHER_COUNT}}</li>{{/MOVE}}</ul>{{#MORE}}<p class="hint">{{TEXT}}</p>{{/MORE}}{{/MOVES_UP}}
{{#MOVES_DOWN}}<h4>[[For the worse]]</h4>
<ul class="moves">{{#MOVE}}<li><b>{{CODE}}</b> {{TITLE}}: {{FROM}} → {{TO}}, {{CHANGE_TEXT}}{{#OTHER_COUNT}} ({{TEXT}}){{/OTHER_COUNT}}</li>{{/MOVE}}</ul>{{#MORE}}<p class="hint">{{TEXT}}</p>{{/MORE}}{{/MOVES_DOWN}}
<p class="hint">[[Regional means of indicators with a score, against the last earlier round with data on the same questions. Changes are computed from the exact figures, so they can differ by one from the rounded ones.]]</p>
<h3>[[What cannot be said]]</h3>
{{#GAPS_NONE}}<p>[[Every indicator has a regional figure, over all answers that were given.]]</p>{{/GAPS_NONE}}
{{#GAPS_WITHHELD}}<p>[[Withheld, because fewer governments reported than a regional figure needs]] ({{MINIMUM}}): {{TEXT}}.</p>{{/GAPS_WITHHELD}}
{{#GAPS_NO_DATA}}<p>[[Without any figure that these readers may see:]] {{TEXT}}.</p>{{/GAPS_NO_DATA}}
{{#GAPS_HIDDEN}}<p>{{TEXT}}</p>{{/GAPS_HIDDEN}}
<h3>[[How to read the tables]]</h3>
<p class="bands-legend">[[Scores reach from 0 to 100 and are told in five bands:]] <span class="mark mark-0">0–19 [[very low]]</span> <span class="mark mark-1">20–39 [[low]]</span> <span class="mark mark-2">40–59 [[medium]]</span> <span class="mark mark-3">60–79 [[high]]</span> <span class="mark mark-4">80–100 [[very high]]</span></p>
<p>[[“Not available” and “not applicable” are answers of the government, with its reason. “Suppressed” is a number too small to be shown.]] {{#KEPT_BACK}}[[“No answer shown here” means that none was released or that it is not cleared for these readers.]]{{/KEPT_BACK}}{{#SOURCE_WHOLE}}[[“Not in the source” means that no value of that government, indicator and period was published there; why is not known here.]]{{/SOURCE_WHOLE}} [[None of them counts as zero.]]</p>
</section>
