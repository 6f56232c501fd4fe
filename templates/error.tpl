{{%AUTOESCAPE context="HTML"}}
<h1>{{ERROR_TITLE}}</h1>
<p>{{ERROR_TEXT}}</p>
