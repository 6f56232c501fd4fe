{{%AUTOESCAPE context="HTML"}}
<h1>[[There is no such page]]</h1>
<p class="lead">{{SENTENCE}}</p>
<p>{{THERE_IS}}</p>
<ul>
{{#MISSING_ITEM}}<li><a href="{{HREF}}">{{LABEL}}</a></li>
{{/MISSING_ITEM}}
</ul>
<p><a href="{{PREFIX}}/">[[To the first page]]</a></p>
