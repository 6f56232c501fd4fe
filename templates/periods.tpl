{{%AUTOESCAPE context="HTML"}}
<nav class="tabs periods" aria-label="[[Reporting period]]">{{#PERIOD_ITEM}}{{#PERIOD_OTHER}}<a href="{{HREF}}">{{PERIOD}}</a>{{/PERIOD_OTHER}}{{#PERIOD_THIS}}<b aria-current="page">{{PERIOD}}</b>{{/PERIOD_THIS}}{{#PERIOD_BREAK}}<span class="break-mark">[[break in series]]</span>{{/PERIOD_BREAK}}
{{/PERIOD_ITEM}}</nav>
