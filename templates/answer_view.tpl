{{%AUTOESCAPE context="HTML"}}
<dl class="facts">
<dt>[[Answer]]</dt><dd><strong>{{VIEW_VALUE}}</strong></dd>
{{#VIEW_ITEMS}}<dt>{{VIEW_ITEMS_TITLE}}</dt><dd><ul class="plain">
{{#VIEW_ITEM}}<li>{{#VIEW_ITEM_MET}}<span class="tag tag-good">[[met]]</span>{{/VIEW_ITEM_MET}}{{#VIEW_ITEM_UNMET}}<span class="tag">[[not met]]</span>{{/VIEW_ITEM_UNMET}} {{VIEW_ITEM_TITLE}}</li>
{{/VIEW_ITEM}}</ul></dd>{{/VIEW_ITEMS}}
{{#VIEW_BREAKDOWN}}<dt>{{VIEW_BREAKDOWN_TITLE}}</dt><dd><ul class="plain">{{#VIEW_CELL}}<li>{{VIEW_CELL_TITLE}}: <strong>{{VIEW_CELL_VALUE}}</strong></li>{{/VIEW_CELL}}</ul></dd>{{/VIEW_BREAKDOWN}}
{{#VIEW_REASON}}<dt>[[Why there is no value]]</dt><dd class="prose">{{VIEW_REASON_TEXT:p}}</dd>{{/VIEW_REASON}}
{{#VIEW_NARRATIVE}}<dt>[[Explanation]]</dt><dd class="prose">{{VIEW_NARRATIVE_TEXT:p}}</dd>{{/VIEW_NARRATIVE}}
{{#VIEW_SOURCE}}<dt>[[Source]]</dt><dd class="prose">{{VIEW_SOURCE_TEXT:p}}</dd>{{/VIEW_SOURCE}}
{{#VIEW_UNUSUAL}}<dt>[[What is unusual, explained]]</dt><dd class="prose">{{VIEW_UNUSUAL_TEXT:p}}</dd>{{/VIEW_UNUSUAL}}
{{#VIEW_NOTE}}<dt>[[Public note on the correction]]</dt><dd class="prose">{{VIEW_NOTE_TEXT:p}}</dd>{{/VIEW_NOTE}}
{{#VIEW_EVIDENCE}}<dt>[[Evidence]]</dt><dd><ul class="plain">
{{#VIEW_EVIDENCE_ROW}}<li>{{>EVIDENCE}}
{{#VIEW_EVIDENCE_SHARED}}<span class="tag">[[may be shared]]</span>{{/VIEW_EVIDENCE_SHARED}}{{#VIEW_EVIDENCE_PRIVATE}}<span class="tag">[[for review only]]</span>{{/VIEW_EVIDENCE_PRIVATE}}</li>
{{/VIEW_EVIDENCE_ROW}}</ul></dd>{{/VIEW_EVIDENCE}}
{{#VIEW_AUTHOR}}<dt>[[Saved by]]</dt><dd>{{VIEW_AUTHOR_NAME}}</dd>{{/VIEW_AUTHOR}}
{{#VIEW_AT}}<dt>[[Saved]]</dt><dd>{{VIEW_AT_TEXT}}</dd>{{/VIEW_AT}}
</dl>
