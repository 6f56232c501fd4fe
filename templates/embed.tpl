{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="hint">{{SUBTITLE}}</p>
{{>FIGURE}}
<p class="meta">[[Source:]] {{SOURCE}} · {{AUDIENCE_NAME}} · [[run]] {{RUN}} · <a href="{{HREF}}" target="_blank" rel="noopener">[[Almaty Monitor]]</a></p>
<details><summary>[[The figures]]</summary>
{{#FIGURE_TABLE}}<div class="scroll" tabindex="0" role="region" aria-label="[[The figures]]"><table class="data">
<thead><tr>{{#TABLE_HEAD}}<th scope="col" class="{{CLASS}}">{{TITLE}}</th>{{/TABLE_HEAD}}</tr></thead>
<tbody>{{#TABLE_ROW}}<tr><th scope="row">{{TITLE}}</th>{{#TABLE_CELL}}<td class="{{CLASS}}">{{TEXT}}</td>{{/TABLE_CELL}}</tr>
{{/TABLE_ROW}}</tbody></table></div>{{/FIGURE_TABLE}}
<p><a href="{{CSV_HREF}}">CSV</a></p></details>
