{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{INDICATOR_HREF}}">{{CODE}}</a><span aria-current="page">[[How it came about]]</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">{{TITLE}}</p>
{{#NO_FIGURE}}<p class="notice">{{TEXT}}</p>{{/NO_FIGURE}}
<section><h2>[[The figures and their formulas]]</h2>
<p>{{#SCORED}}[[Computed over scores from 0 to 100, simple and unweighted: every government counts the same.]]{{/SCORED}}{{#UNSCORED}}[[Computed over the values as reported, unweighted: every government counts the same.]]{{/UNSCORED}} [[Governments in the figure:]] {{N_REPORTING}} / {{N_EXPECTED}}. [[Needed at least:]] {{MINIMUM}}.</p>
<div class="scroll" tabindex="0" role="region" aria-label="[[Formulas]]"><table class="data">
<thead><tr><th scope="col">[[Figure]]</th><th scope="col" class="num">[[Value, not rounded to whole points]]</th><th scope="col">[[Formula]]</th></tr></thead>
<tbody>{{#STATISTIC}}<tr><th scope="row">{{LABEL}}</th><td class="num">{{VALUE}}</td><td>{{FORMULA}}</td></tr>
{{/STATISTIC}}</tbody></table></div>
<p class="hint">[[On pages figures are rounded half to even: 82.5 becomes 82. Files carry full precision.]]</p>
</section>
<section><h2>[[What went in]]</h2>
{{#INCLUDED_NONE}}<p class="band band-none">[[No value that this audience may see.]]</p>{{/INCLUDED_NONE}}
<div class="scroll" tabindex="0" role="region" aria-label="[[What went in]]"><table class="data"><thead><tr><th scope="col">[[Government]]</th><th scope="col">[[Answer]]</th><th scope="col" class="num">[[Enters as]]</th></tr></thead>
<tbody>{{#INCLUDED}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th><td>{{VALUE}}</td><td class="num">{{SCORE}}</td></tr>
{{/INCLUDED}}</tbody></table></div>
</section>
<section><h2>[[What did not, and why]]</h2>
<ul>{{#EXCLUDED}}<li><b>{{TITLE}}</b>: {{WHY}}{{#REASON}} — {{TEXT}}{{/REASON}}</li>
{{/EXCLUDED}}
<li>{{#HIDDEN}}{{TEXT}}{{/HIDDEN}}{{#HIDDEN_NONE}}[[No reported value is hidden from this audience.]]{{/HIDDEN_NONE}}</li></ul>
<p class="hint">[[A government that did not report is left out; it never counts as zero.]]</p>
</section>
<section><h2>[[The releases that went into it]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[The releases that went into it]]"><table class="data stack"><thead><tr><th scope="col">[[Release]]</th><th scope="col">[[Released]]</th><th scope="col" class="num">[[Mean]]</th><th scope="col" class="num">[[Governments in the figure]]</th><th scope="col">[[What it changed]]</th></tr></thead>
<tbody>{{#RELEASE_ROW}}<tr><th scope="row"><a href="{{HREF}}">{{TITLE}}</a></th><td data-label="[[Released]]" class="date">{{RELEASED}}</td><td class="num" data-label="[[Mean]]">{{MEAN}}{{#SUM}} <span class="quiet">([[sum]] {{TEXT}})</span>{{/SUM}}</td><td class="num" data-label="[[Governments in the figure]]">{{N_REPORTING}}</td><td data-label="[[What it changed]]">{{#CHANGE}}<div><b>{{TITLE}}</b>: {{TEXT}}{{#NOTE}} <span class="quiet">{{TEXT}}</span>{{/NOTE}}</div>{{/CHANGE}}</td></tr>
{{/RELEASE_ROW}}</tbody></table></div>
<p class="hint">[[The last row is the figure above. A newer figure leaves out hidden values that could be worked out from the older one.]]</p>
</section>
<section><h2>[[Method and run]]</h2>
<dl class="facts"><dt>[[Indicator version]]</dt><dd>{{CODE}}, {{VERSION}}</dd><dt>[[Method versions]]</dt><dd>{{METHOD_VERSIONS}}</dd><dt>[[Run]]</dt><dd><code>{{RUN}}</code>, {{MADE_AT}}</dd></dl>
<p><a href="{{PREFIX}}/methods#regional">[[Methods]]</a></p></section>
{{>DOWNLOADS}}
