{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/{{TARGET_CODE}}">[[SDG target]] {{TARGET_CODE}}</a><span aria-current="page">[[How it came about]]</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">{{TITLE}}</p>
<p class="meta">[[SDG indicator]] {{NUMBER}} · <code>{{CODE}}</code> · {{DIMENSIONS}} · {{UNIT}} · {{DIRECTION}}</p>
{{#NEUTRAL}}<p class="notice"><b>[[This series is not judged.]]</b> {{#NEUTRAL_VICTIMS}}[[Fewer detected victims may mean fewer victims, or less detection; more may mean better protection.]]{{/NEUTRAL_VICTIMS}}{{#NEUTRAL_OTHER}}[[Neither more nor less is better in itself.]]{{/NEUTRAL_OTHER}} [[The verdicts below are what the two methods would say if one direction were wanted. They are shown so that the methods can be checked, and must not be quoted as progress or its absence.]]</p>{{/NEUTRAL}}
{{#ASSUMPTION}}
<section>
{{#ASSUMPTION_TITLE}}<h2>{{TEXT}}</h2>{{/ASSUMPTION_TITLE}}
{{#NOT_JUDGED}}<p class="notice">[[Insufficient data for a verdict:]] {{TEXT}}</p>{{/NOT_JUDGED}}
{{#WORKED}}
<div class="figures"><div><strong>{{BASE}}</strong><span>[[Base]], {{BASE_YEAR}}</span></div><div><strong>{{CURRENT}}</strong><span>[[Newest]], {{CURRENT_YEAR}}</span></div>{{#GOAL_VALUE}}<div><strong>{{VALUE}}</strong><span>[[Target]], {{YEAR}}</span></div>{{/GOAL_VALUE}}{{#GOAL_NONE}}<div><strong>[[no number agreed]]</strong><span>[[Target]]</span></div>{{/GOAL_NONE}}</div>
{{#ZERO}}<p class="hint">[[No growth rate leads to or from 0: a target or base of 0 is taken as 0.001 in the Open SDG method.]]</p>{{/ZERO}}
<h3>[[Open SDG method:]] {{VERDICT}}</h3>
<div class="scroll" tabindex="0"><table class="data"><thead><tr><th scope="col">[[Step]]</th><th scope="col">[[Formula]]</th><th scope="col" class="num">[[Result]]</th></tr></thead>
<tbody>{{#STEP_A}}<tr><th scope="row">{{LABEL}}</th><td>{{FORMULA}}</td><td class="num">{{VALUE}}</td></tr>{{/STEP_A}}</tbody></table></div>
<h3>[[UN Progress Chart 2023:]] {{UN_CLASS}}</h3>
<div class="scroll" tabindex="0"><table class="data"><thead><tr><th scope="col">[[Step]]</th><th scope="col">[[Formula]]</th><th scope="col" class="num">[[Result]]</th></tr></thead>
<tbody>{{#STEP_B}}<tr><th scope="row">{{LABEL}}</th><td>{{FORMULA}}</td><td class="num">{{VALUE}}</td></tr>{{/STEP_B}}</tbody></table></div>
{{/WORKED}}
</section>
{{/ASSUMPTION}}
<section><h2>[[The values behind it]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[The values behind it]]"><table class="data"><caption>{{SOURCE}}, [[vintage]] {{VINTAGE}}</caption><thead><tr><th scope="col">[[Year]]</th><th scope="col" class="num">[[Value]]</th><th scope="col">[[Nature]]</th></tr></thead>
<tbody>{{#POINT}}<tr><th scope="row">{{YEAR}}</th><td class="num">{{VALUE}}</td><td>{{NATURE_TITLE}}</td></tr>{{/POINT}}</tbody></table></div>
<p class="hint">[[Method “SDG progress”, version]] {{METHOD_VERSION}}. <a href="{{PREFIX}}/methods#sdg">[[Methods]]</a></p></section>
{{>DOWNLOADS}}
