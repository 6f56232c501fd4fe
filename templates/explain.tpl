{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{UP_HREF}}">{{UP_TITLE}}</a><span aria-current="page">[[How it came about]]</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">{{TITLE}}</p>
{{#NO_FIGURE}}<p class="notice">{{TEXT}}</p>{{/NO_FIGURE}}
{{#FIGURES}}<section><h2>[[The figures and their formulas]]</h2>
<p>{{HOW}} {{#COUNTED}}<span class="nowrap">{{TEXT}}</span>{{/COUNTED}}</p>
{{#IN_ORDER}}<p>[[The values in order:]] <span class="num">{{TEXT}}</span></p>{{/IN_ORDER}}
<table class="data stack formulas">
<thead><tr><th scope="col">[[Figure]]</th><th scope="col" class="num">[[As shown]]</th><th scope="col" class="num">[[Before rounding]]</th><th scope="col">[[Formula]]</th></tr></thead>
<tbody>{{#STATISTIC}}<tr><th scope="row">{{LABEL}}</th><td class="num" data-label="[[As shown]]"><b>{{SHOWN}}</b></td><td class="num" data-label="[[Before rounding]]">{{VALUE}}</td><td class="formula">{{FORMULA}}</td></tr>
{{/STATISTIC}}</tbody></table>
<p class="hint">[[On pages figures are rounded half to even: 82.5 becomes 82. Files carry full precision.]]</p>
</section>{{/FIGURES}}
<section><h2>[[What went in]]</h2>
{{#INCLUDED_NONE}}<p class="band band-none">[[No value went in.]]</p>{{/INCLUDED_NONE}}
<div class="scroll" tabindex="0" role="region" aria-label="[[What went in]]"><table class="data inputs"><thead><tr><th scope="col">{{INPUT_HEAD}}</th><th scope="col">{{VALUE_HEAD}}</th><th scope="col" class="num">[[Enters as]]</th></tr></thead>
<tbody>{{#INCLUDED}}<tr><th scope="row">{{#NAME_LINK}}<a href="{{HREF}}">{{TITLE}}</a>{{/NAME_LINK}}{{#NAME_TEXT}}{{TITLE}}{{/NAME_TEXT}}</th><td>{{VALUE}}</td><td class="num">{{SCORE}}</td></tr>
{{/INCLUDED}}</tbody></table></div>
</section>
<section><h2>[[What did not, and why]]</h2>
<ul>{{#EXCLUDED}}<li>{{WHY}}{{#REASON}} ({{TEXT}}){{/REASON}}:{{#EXCLUDED_NAME}} <span class="listed">{{#NAME_LINK}}<a href="{{HREF}}">{{TITLE}}</a>{{/NAME_LINK}}{{#NAME_TEXT}}{{TITLE}}{{/NAME_TEXT}}</span>{{/EXCLUDED_NAME}}</li>
{{/EXCLUDED}}
{{#EXCLUDED_NONE}}<li>[[Nothing was left out.]]</li>{{/EXCLUDED_NONE}}
{{#HIDDEN}}<li>{{TEXT}}</li>{{/HIDDEN}}</ul>
</section>
<section><h2>[[The rules]]</h2>
<ul>{{#RULE}}<li>{{TEXT}}</li>
{{/RULE}}</ul></section>
{{#RELEASES}}<section><h2>[[The releases that went into it]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[The releases that went into it]]"><table class="data stack"><thead><tr><th scope="col">[[Release]]</th><th scope="col">[[Released]]</th><th scope="col" class="num">[[Mean]]</th><th scope="col" class="num">[[Governments in the figure]]</th><th scope="col">[[What it changed]]</th></tr></thead>
<tbody>{{#RELEASE_ROW}}<tr><th scope="row"><a href="{{HREF}}">{{TITLE}}</a></th><td data-label="[[Released]]" class="date">{{RELEASED}}</td><td class="num" data-label="[[Mean]]">{{MEAN}}{{#SUM}} <span class="quiet">([[sum]] {{TEXT}})</span>{{/SUM}}</td><td class="num" data-label="[[Governments in the figure]]">{{N_REPORTING}}</td><td data-label="[[What it changed]]">{{#CHANGE}}<div><b>{{TITLE}}</b>: {{TEXT}}{{#NOTE}} <span class="quiet">{{TEXT}}</span>{{/NOTE}}</div>{{/CHANGE}}</td></tr>
{{/RELEASE_ROW}}</tbody></table></div>
<p class="hint">[[The last row is the figure above. A newer figure leaves out hidden values that could be worked out from the older one.]]</p>
</section>{{/RELEASES}}
<section><h2>[[Method and run]]</h2>
<dl class="facts">{{#VERSION_ROW}}<dt>[[Indicator version]]</dt><dd>{{TEXT}}</dd>{{/VERSION_ROW}}<dt>[[Method]]</dt><dd>{{METHOD}}</dd><dt>[[All methods of this run]]</dt><dd>{{METHOD_VERSIONS}}</dd>{{#RUN_RELEASE}}<dt>[[Release]]</dt><dd><a href="{{HREF}}">{{TITLE}}</a>, {{RELEASED}}</dd>{{/RUN_RELEASE}}<dt>[[Run]]</dt><dd><code>{{RUN}}</code>, {{MADE_AT}}</dd></dl>
<p><a href="{{PREFIX}}/methods#{{METHOD_ANCHOR}}">[[Methods]]</a></p></section>
{{>DOWNLOADS}}
