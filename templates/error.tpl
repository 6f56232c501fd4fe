{{%AUTOESCAPE context="HTML"}}
<h1>{{ERROR_TITLE}}</h1>
<p>{{ERROR_TEXT}}</p>
{{#ERROR_HINT}}<p>{{ERROR_HINT_TEXT}}</p>{{/ERROR_HINT}}
<p class="quiet">[[Error {{ERROR_STATUS}}.]] <a href="{{ERROR_HOME}}">[[To the start page]]</a></p>
