{{%AUTOESCAPE context="HTML"}}
<details>
<summary>[[What happened to this answer]]</summary>
<ol class="history">
{{#HISTORY_ROW}}
<li><span class="quiet">{{HISTORY_AT}}</span> {{HISTORY_BY}}: {{HISTORY_EVENT}} <span class="quiet">([[revision]] {{HISTORY_REVISION}})</span>{{#HISTORY_VALUE}}: <strong>{{HISTORY_VALUE_TEXT}}</strong>{{/HISTORY_VALUE}}{{#HISTORY_AUDIENCE}}, [[for]]: {{HISTORY_AUDIENCE_TEXT}}{{/HISTORY_AUDIENCE}}{{#HISTORY_REASON}}<div class="prose">{{HISTORY_REASON_TEXT:p}}</div>{{/HISTORY_REASON}}</li>
{{/HISTORY_ROW}}
</ol>
</details>
