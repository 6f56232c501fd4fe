{{%AUTOESCAPE context="HTML"}}
<p class="downloads">[[The figures of this page as data:]] <a href="{{CSV_HREF}}">CSV</a> · <a href="{{JSON_HREF}}">JSON</a></p>
