{{%AUTOESCAPE context="HTML"}}
<div class="figure">{{#FIGURE_DRAWINGS}}<div class="for-wide">{{>WIDE_CHART}}</div><div class="for-narrow">{{>NARROW_CHART}}</div>{{/FIGURE_DRAWINGS}}{{#FIGURE_PANELS}}<div class="multiples">{{#FIGURE_PANEL}}<figure><figcaption>{{TITLE}}</figcaption>{{>PANEL_CHART}}</figure>
{{/FIGURE_PANEL}}</div>{{/FIGURE_PANELS}}{{#FIGURE_WITHOUT}}<p class="hint">{{TEXT}}</p>{{/FIGURE_WITHOUT}}
<ul class="chart-legend">{{#FIGURE_KEY}}<li><svg class="chart" viewBox="0 0 30 14" width="30" height="14" aria-hidden="true"><path class="line line-{{STYLE}}" d="{{PATH}}"/><path class="dot line-{{STYLE}}" d="{{DOTS}}"/></svg> {{LABEL}}</li>{{/FIGURE_KEY}}{{#FIGURE_SIGN}}<li><svg class="chart" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><path class="absent" d="{{PATH}}"/></svg> {{LABEL}}</li>{{/FIGURE_SIGN}}{{#FIGURE_NOTE}}<li>{{LABEL}}</li>{{/FIGURE_NOTE}}</ul>
{{>CHART_LINKS}}</div>
