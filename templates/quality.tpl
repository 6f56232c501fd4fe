{{%AUTOESCAPE context="HTML"}}
<nav aria-label="[[Reasons for a look]]"><ul class="counters">
{{#QU_COUNTER}}<li><a href="{{QU_COUNTER_HREF}}"{{#QU_COUNTER_CHOSEN}} aria-current="true"{{/QU_COUNTER_CHOSEN}}><strong>{{QU_COUNTER_NUMBER}}</strong> {{QU_COUNTER_TITLE}}</a></li>
{{/QU_COUNTER}}</ul></nav>
{{#QU_ALL}}<p><a href="{{QU_ALL_HREF}}">[[Show all]]</a></p>{{/QU_ALL}}
{{#QU_LATE}}<h3>[[Late]]</h3>
<ul class="plain">
{{#QU_LATE_ROW}}<li><a href="{{QU_HREF}}">{{QU_SEAT}}</a>: {{QU_LATE_TEXT}}</li>
{{/QU_LATE_ROW}}
</ul>{{/QU_LATE}}
{{#QU_NONE}}<p>[[No cleared or accepted answer needs a look.]]</p>{{/QU_NONE}}
{{#QU_TABLE}}
<h3>[[Answers to look at]]</h3>
<div class="scroll" tabindex="0" role="region" aria-label="[[Answers to look at]]">
<table class="data stack">
<caption class="visually-hidden">[[Answers to look at]]</caption>
<thead><tr><th scope="col">[[Participant]]</th><th scope="col">[[Indicator]]</th><th scope="col">[[State]]</th><th scope="col">[[Reason]]</th><th scope="col">[[Figures]]</th></tr></thead>
<tbody>
{{#QU_ROW}}<tr><th scope="row">{{QU_SEAT}}</th><td data-label="[[Indicator]]"><a href="{{QU_HREF}}"><span class="code">{{QU_CODE}}</span> {{QU_TITLE}}<span class="visually-hidden">, {{QU_SEAT}}</span></a></td><td data-label="[[State]]">{{>STATE}}</td><td data-label="[[Reason]]">{{#QU_REASON}}<span class="tag tag-warn">{{QU_REASON_TEXT}}</span> {{/QU_REASON}}{{#QU_EXPLAINED}}<span class="quiet">[[explained]]</span>{{/QU_EXPLAINED}}{{#QU_UNEXPLAINED}}<span class="quiet">[[not explained]]</span>{{/QU_UNEXPLAINED}}</td><td data-label="[[Figures]]">{{#QU_FIGURES}}{{QU_FIGURES_TEXT}}{{/QU_FIGURES}}</td></tr>
{{/QU_ROW}}
</tbody>
</table>
</div>
{{/QU_TABLE}}
