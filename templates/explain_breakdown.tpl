{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><a href="{{UP_HREF}}">{{UP_TITLE}}</a><span aria-current="page">[[How it came about]]</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">{{TITLE}}</p>
<p>[[Behind a small number stand persons who could be recognised. So that nobody can be singled out, some numbers of breakdowns are not shown. Every audience is shown the same choice, so nothing follows from two files together.]]</p>
<section><h2>[[What the words mean]]</h2>
<dl class="facts">
<dt><span class="band band-hidden">[[suppressed]]</span></dt><dd>{{SUPPRESSED_WORDS}}</dd>
<dt><span class="band band-hidden">[[withheld]]</span></dt><dd>[[The whole breakdown is not shown, zeros and gaps too: its total is too small to divide, or its parts could not be protected otherwise.]]</dd>
<dt><span class="band band-none">[[not given]]</span></dt><dd>[[The government gave no number for this part. That is not 0: a 0 is shown as 0.]]</dd>
<dt>0</dt><dd>[[The government reported that there was none. A 0 is shown as 0, unless an earlier release withheld it.]]</dd>
</dl></section>
<section><h2>[[The rules]]</h2>
<ol>
<li>{{RULE_SMALL}}</li>
<li>[[Where the reader could work it out from the total, other parts or an earlier release, further numbers are not shown: the fewest that are enough. Which of several such choices is taken follows a secret order, so that the choice itself tells nothing.]]</li>
<li>{{RULE_WIDTH}}</li>
<li>[[Where no choice is enough, the whole breakdown is withheld.]]</li>
<li>[[Totals are shown as their governments cleared them.]]</li>
</ol></section>
<section><h2>[[How many numbers it concerns]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[How many numbers it concerns]]"><table class="data"><thead><tr><th scope="col">[[Government]]</th><th scope="col">[[Breakdown by]]</th><th scope="col" class="num">[[shown]]</th><th scope="col" class="num">[[suppressed]]</th><th scope="col" class="num">[[withheld]]</th><th scope="col" class="num">[[not given]]</th></tr></thead>
<tbody>{{#BREAKDOWN_ROW}}<tr><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/countries/{{CODE}}">{{TITLE}}</a></th><td>{{DIMENSION}}</td><td class="num">{{N_SHOWN}}</td><td class="num">{{N_SUPPRESSED}}</td><td class="num">{{N_WITHHELD}}</td><td class="num">{{N_MISSING}}</td></tr>
{{/BREAKDOWN_ROW}}</tbody></table></div></section>
<section><h2>[[Method and run]]</h2>
<dl class="facts"><dt>[[Method]]</dt><dd>{{METHOD}}</dd><dt>[[All methods of this run]]</dt><dd>{{METHOD_VERSIONS}}</dd>{{#RUN_RELEASE}}<dt>[[Release]]</dt><dd><a href="{{HREF}}">{{TITLE}}</a>, {{RELEASED}}</dd>{{/RUN_RELEASE}}<dt>[[Run]]</dt><dd><code>{{RUN}}</code>, {{MADE_AT}}</dd></dl>
<p><a href="{{PREFIX}}/methods#disclosure">[[Methods]]</a></p></section>
{{>DOWNLOADS}}
