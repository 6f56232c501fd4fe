{{%AUTOESCAPE context="HTML"}}
<p class="downloads">[[The figures of this page as data:]] <a href="{{CSV_HREF}}">CSV</a> · <a href="{{XLSX_HREF}}">[[Excel (XLSX)]]</a> · <a href="{{JSON_HREF}}">JSON</a> · <a href="{{DATA_HREF}}">[[About the data]]</a></p>
