{{%AUTOESCAPE context="HTML"}}
<div class="scroll" tabindex="0" role="region" aria-label="[[What it changes]]">
<table class="data stack">
<caption class="visually-hidden">[[What it changes]]</caption>
<thead><tr><th scope="col">[[Government]]</th><th scope="col">[[Indicator]]</th><th scope="col">[[Published before]]</th><th scope="col">[[Published by this release]]</th><th scope="col">[[For]]</th></tr></thead>
<tbody>
{{#RL_ROW}}
<tr><th scope="row">{{RL_PARTICIPANT}}</th>
<td data-label="[[Indicator]]"><a href="{{RL_HREF}}"><span class="code">{{RL_CODE}}</span> {{RL_TITLE}}</a></td>
<td data-label="[[Published before]]">{{#RL_NEW}}<span class="quiet">[[nothing]]</span>{{/RL_NEW}}{{#RL_BEFORE}}{{RL_BEFORE_TEXT}}{{/RL_BEFORE}}</td>
<td data-label="[[Published by this release]]">{{RL_AFTER}}{{#RL_ANSWER_NOTE}}<div class="quiet">{{RL_ANSWER_NOTE_TEXT}}</div>{{/RL_ANSWER_NOTE}}</td>
<td data-label="[[For]]">{{RL_AUDIENCE}}{{#RL_WAS_FOR}}<div class="quiet">[[before]]: {{RL_WAS_FOR_TEXT}}</div>{{/RL_WAS_FOR}}</td></tr>
{{/RL_ROW}}
</tbody>
</table>
</div>
