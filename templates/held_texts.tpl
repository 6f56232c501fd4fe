{{%AUTOESCAPE context="HTML"}}
<h2>[[What you typed]]</h2>
{{#HELD_TEXT}}<blockquote class="prose">{{HELD_TEXT_WORDS:p}}</blockquote>
{{/HELD_TEXT}}
{{#HELD_FILE}}<p><strong>[[The file “{{HELD_FILE_NAME}}” could not be kept: choose it again after sending.]]</strong></p>
{{/HELD_FILE}}
{{#HELD_OTHERS}}<p class="quiet">{{HELD_OTHERS_COUNT}}</p>{{/HELD_OTHERS}}
