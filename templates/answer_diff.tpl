{{%AUTOESCAPE context="HTML"}}
{{#DIFF_NOTHING}}<p class="quiet">[[Nothing in it differs.]]</p>{{/DIFF_NOTHING}}
{{#DIFF_ROWS}}<dl class="facts diff">
{{#DIFF_ROW}}
<dt>{{DIFF_TITLE}}</dt><dd>
{{#DIFF_TURNED}}<del><span class="visually-hidden">[[removed]]: </span>{{DIFF_BEFORE}}</del> → <ins><span class="visually-hidden">[[added]]: </span>{{DIFF_AFTER}}</ins>{{/DIFF_TURNED}}
{{#DIFF_PUT}}<div><span class="tag tag-good">[[added]]</span> <ins>{{DIFF_PUT_TEXT}}</ins>{{#DIFF_PUT_NOTE}} <span class="quiet">{{DIFF_PUT_NOTE_TEXT}}</span>{{/DIFF_PUT_NOTE}}</div>{{/DIFF_PUT}}
{{#DIFF_TAKEN}}<div><span class="tag tag-bad">[[removed]]</span> <del>{{DIFF_TAKEN_TEXT}}</del>{{#DIFF_TAKEN_NOTE}} <span class="quiet">{{DIFF_TAKEN_NOTE_TEXT}}</span>{{/DIFF_TAKEN_NOTE}}</div>{{/DIFF_TAKEN}}
{{#DIFF_WORDS}}<div class="prose">{{#DIFF_PIECE}}{{#DIFF_SAME}}{{DIFF_SAME_TEXT:p}}{{/DIFF_SAME}}{{#DIFF_REMOVED}}<del><span class="visually-hidden">[[removed]]: </span>{{DIFF_REMOVED_TEXT:p}}</del>{{/DIFF_REMOVED}}{{#DIFF_ADDED}}<ins><span class="visually-hidden">[[added]]: </span>{{DIFF_ADDED_TEXT:p}}</ins>{{/DIFF_ADDED}}{{/DIFF_PIECE}}</div>{{/DIFF_WORDS}}
</dd>
{{/DIFF_ROW}}
</dl>{{/DIFF_ROWS}}
