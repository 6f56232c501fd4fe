{{%AUTOESCAPE context="HTML"}}
<h1>[[There is no such page]]</h1>
<p class="lead">{{SENTENCE}}</p>
{{#OTHER_FORMATS}}<p class="notice">[[There are no files of the kind]] {{FORMAT}}. [[The page itself and its figures are here, if its code is right:]] <a href="{{STEM}}">{{STEM}}</a> · <a href="{{STEM}}.csv">CSV</a> · <a href="{{STEM}}.xlsx">XLSX</a> · <a href="{{STEM}}.json">JSON</a>. <a href="{{DATA_HREF}}">[[All formats]]</a></p>{{/OTHER_FORMATS}}
<p>{{THERE_IS}}</p>
<ul>
{{#MISSING_ITEM}}<li><a href="{{HREF}}">{{LABEL}}</a></li>
{{/MISSING_ITEM}}
</ul>
<p><a href="{{PREFIX}}/">[[To the first page]]</a></p>
