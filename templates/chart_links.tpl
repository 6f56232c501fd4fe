{{%AUTOESCAPE context="HTML"}}
<div class="chart-links">[[This chart:]] <a href="{{SVG_HREF}}" download>SVG</a> <a href="{{PNG_HREF}}" download>PNG</a>{{#CHART_CSV}} <a href="{{CSV_HREF}}">[[figures as CSV]]</a>{{/CHART_CSV}}{{#CHART_EMBED}} <details><summary>[[Embed]]</summary>
<p><a href="{{EMBED_HREF}}">[[The chart on a page of its own]]</a></p>
{{#EMBED_CODE}}<p>[[Copy this into your page:]]<br><code>&lt;iframe src="{{EMBED_SITE}}{{EMBED_HREF}}" title="[[Almaty Monitor]]: {{CODE}}" width="100%" height="600" loading="lazy" frameborder="0"&gt;&lt;/iframe&gt;</code></p>{{/EMBED_CODE}}</details>{{/CHART_EMBED}}</div>
