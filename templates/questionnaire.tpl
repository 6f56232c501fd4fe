{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><span aria-current="page">{{Q_PARTICIPANT}}, {{Q_PERIOD}}</span></nav>
<h1>{{Q_PARTICIPANT}}: {{Q_FRAMEWORK}}, {{Q_PERIOD}}</h1>
<p>{{Q_PHASE}} · {{Q_DEADLINE}}</p>
{{#Q_EXTENDED}}<p class="hint">[[Your deadline was extended]]: {{Q_EXTENDED_TEXT}}</p>{{/Q_EXTENDED}}
{{#Q_CLOSED}}<p class="notice">[[The round is closed. What was returned can still be mended; for anything else ask the secretariat for an extension.]]</p>{{/Q_CLOSED}}
{{>PROGRESS}}
<div class="actions">
{{#Q_NEXT}}<a class="button" href="{{Q_NEXT_HREF}}">{{Q_NEXT_TEXT}}</a>{{/Q_NEXT}}
{{#Q_CLEARING}}<a class="button second" href="{{Q_CLEARING_HREF}}">{{Q_CLEARING_TEXT}}</a>{{/Q_CLEARING}}
</div>
{{#Q_DOMAIN}}
<h2>{{Q_DOMAIN_TITLE}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{Q_DOMAIN_TITLE}}">
<table class="data stack desk">
<caption class="visually-hidden">{{Q_DOMAIN_TITLE}}</caption>
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col">[[State]]</th><th scope="col">[[Answer]]</th><th scope="col">[[For]]</th><th scope="col">[[Last change]]</th></tr></thead>
<tbody>
{{#Q_ROW}}
<tr><th scope="row"><a href="{{Q_ROW_HREF}}"><span class="code">{{Q_ROW_CODE}}</span> {{Q_ROW_TITLE}}</a>{{#Q_ROW_REASON}}<div class="hint">[[Returned because]]: {{Q_ROW_REASON_TEXT}}</div>{{/Q_ROW_REASON}}</th>
<td data-label="[[State]]">{{>STATE}}{{#Q_ROW_RELEASED}} <span class="tag tag-good">[[released]]</span>{{/Q_ROW_RELEASED}}</td><td data-label="[[Answer]]">{{Q_ROW_STATUS}}</td><td data-label="[[For]]">{{Q_ROW_AUDIENCE}}</td><td class="quiet" data-label="[[Last change]]">{{Q_ROW_LAST}}</td></tr>
{{/Q_ROW}}
</tbody>
</table>
</div>
{{/Q_DOMAIN}}
