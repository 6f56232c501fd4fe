{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><span aria-current="page">[[SDG targets]]</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">[[What the UN’s official series say, and beside it what the governments say of their own laws and practice. The two are different things and can differ.]]</p>
{{#UNLINKED}}<p class="notice">[[No indicator of this framework belongs to one of these targets, so that there is no compliance score here; the official series are the same for every framework.]]</p>{{/UNLINKED}}
<p class="hint">[[A verdict stands for the whole series without breakdowns: first by the method of Open SDG, in small print by the UN Progress Chart 2023. Series without a better and a worse direction are not judged.]] <a href="{{PREFIX}}/methods#sdg">[[Methods]]</a></p>
{{#GOAL}}
<section id="goal-{{CODE}}"><h2>[[Goal]] {{CODE}}. {{TITLE}}</h2>
{{#TARGET}}
<h3><a href="{{PREFIX}}/{{FRAMEWORK}}/sdg/{{CODE}}">{{CODE}} {{TITLE}}</a></h3>
<div class="scroll" tabindex="0" role="region" aria-label="{{CODE}}"><table class="data bands even">
<thead><tr><th scope="col">[[What]]</th><th scope="col">[[Region]]</th>{{#HEAD}}<th scope="col">{{TITLE}}</th>{{/HEAD}}</tr></thead>
<tbody>{{#OWN}}<tr><th scope="row">[[Own answers: compliance score]]{{#COMPLIANCE_PERIOD}} {{PERIOD}}{{/COMPLIANCE_PERIOD}} <small>{{INDICATORS}}</small></th>{{#OWN_NONE}}<td class="band band-none" colspan="{{COLUMNS}}">[[No answers have been released yet.]]</td>{{/OWN_NONE}}{{>REGION}}{{>CELL_SCORE}}</tr>{{/OWN}}{{#SERIES}}<tr><th scope="row">{{TITLE}}</th><td class="band band-none">–</td>{{>CELL_VERDICT}}</tr>
{{/SERIES}}</tbody></table></div>
{{/TARGET}}
</section>
{{/GOAL}}
{{>DOWNLOADS}}
