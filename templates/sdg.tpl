{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a>{{#ONE_GOAL}}<a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/">[[SDG targets]]</a><span aria-current="page">[[Goal]] {{CODE}}</span>{{/ONE_GOAL}}{{#ALL_GOALS}}<span aria-current="page">[[SDG targets]]</span>{{/ALL_GOALS}}</nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">[[What the UN’s official series say, and beside it what the governments say of their own laws and practice. The two are different things and can differ.]]</p>
<nav class="tabs" aria-label="[[Goals]]">{{#ALL_GOALS}}<b aria-current="page">[[All four goals]]</b>{{/ALL_GOALS}}{{#ONE_GOAL}}<a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/">[[All four goals]]</a>{{/ONE_GOAL}}{{#GOAL_TAB}}{{#GOAL_THIS}}<b aria-current="page">{{CODE}}. {{TITLE}}</b>{{/GOAL_THIS}}{{#GOAL_OTHER}}<a href="{{HREF}}">{{CODE}}. {{TITLE}}</a>{{/GOAL_OTHER}}
{{/GOAL_TAB}}</nav>
{{#UNLINKED}}<p class="notice">[[No indicator of this framework belongs to one of these targets, so that there is no compliance score here; the official series are the same for every framework.]]</p>{{/UNLINKED}}
<details open><summary>[[How to read the tables]]</summary>
<p>[[Each official series has two verdicts: first by the method of Open SDG, in small print by the UN Progress Chart 2023. They ask different things; “≠ why?” leads to the reason where they differ.]] <a href="{{PREFIX}}/methods#sdg">[[Methods]]</a></p>
<p class="legend"><span class="band band-4">✓ [[Target achieved]]</span> <span class="band band-4">↑ [[Substantial progress]]</span> <span class="band band-3">↗ [[Moderate progress]]</span> <span class="band band-2">→ [[Limited progress]]</span> <span class="band band-0">↓ [[Deterioration]]</span></p>
<p class="legend"><span class="band band-none">◌ [[insufficient data]]</span> [[a result of its own: there are values, and too few for a verdict or a score]] · <span class="band band-none">[[not judged]]</span> [[neither more nor less is better in itself: the figure only]] · <span class="band band-none">[[no data]]</span> [[the source has no value of this government]]</p>
</details>
{{#GOAL}}
<section id="goal-{{CODE}}"><h2>[[Goal]] {{CODE}}. {{TITLE}}</h2>
{{#TARGET}}
<h3><a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/{{CODE}}">{{CODE}} {{TITLE}}</a></h3>
{{#OWN}}<p class="hint">{{INDICATORS}}</p>{{/OWN}}
{{>MATRIX}}
{{/TARGET}}
</section>
{{/GOAL}}
{{>DOWNLOADS}}
