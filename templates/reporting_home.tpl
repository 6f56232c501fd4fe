{{%AUTOESCAPE context="HTML"}}
<h1>[[My reporting]]</h1>
{{#HOME_NOTHING}}<p>[[No round asks anything of you at the moment. The secretariat opens rounds; yours will stand here.]]</p>{{/HOME_NOTHING}}
<div class="cards wide">
{{#HOME_TASK}}
<section class="card">
<h2><a href="{{TASK_HREF}}">{{TASK_FRAMEWORK}}, {{TASK_PERIOD}}</a></h2>
<p>{{TASK_PARTICIPANT}} · {{TASK_PHASE}} · {{TASK_DEADLINE}}{{#TASK_DAYS}} · <strong>{{TASK_DAYS_TEXT}}</strong>{{/TASK_DAYS}}</p>
{{#TASK_LATE}}<p class="notice notice-bad"><strong>{{TASK_DAYS_TEXT}}</strong></p>{{/TASK_LATE}}
{{>PROGRESS}}
{{#TASK_RETURNED}}<p class="notice notice-warn"><a href="{{TASK_RETURNED_HREF}}">{{TASK_RETURNED_TEXT}}</a></p>{{/TASK_RETURNED}}
{{#TASK_ASKED}}<p class="notice"><a href="{{TASK_ASKED_HREF}}">{{TASK_ASKED_TEXT}}</a></p>{{/TASK_ASKED}}
{{#TASK_LEFT}}<p><a href="{{TASK_LEFT_HREF}}">{{TASK_LEFT_TEXT}}</a></p>{{/TASK_LEFT}}
{{#TASK_CLEARING}}<p class="notice"><a href="{{TASK_CLEARING_HREF}}">{{TASK_CLEARING_TEXT}}</a></p>{{/TASK_CLEARING}}
</section>
{{/HOME_TASK}}
</div>
{{#HOME_ENDED}}
<details>
<summary>{{HOME_ENDED_TEXT}}</summary>
<ul class="plain">
{{#HOME_ENDED_TASK}}<li><a href="{{TASK_HREF}}">{{TASK_FRAMEWORK}}, {{TASK_PERIOD}}</a> · {{TASK_PARTICIPANT}} · {{TASK_DEADLINE}}{{>PROGRESS}}{{#TASK_ASKED}}<a href="{{TASK_ASKED_HREF}}">{{TASK_ASKED_TEXT}}</a>{{/TASK_ASKED}}</li>
{{/HOME_ENDED_TASK}}
</ul>
</details>
{{/HOME_ENDED}}
<h2>[[My roles]]</h2>
<ul class="plain">
{{#HOME_ROLE}}<li><strong>{{HOME_ROLE_TITLE}}</strong>: {{HOME_ROLE_SINCE}}{{#HOME_ROLE_PASSES}} {{HOME_ROLE_PASSES_TEXT}}{{/HOME_ROLE_PASSES}} <a href="{{HOME_ROLE_HREF}}">[[People, handover and deputies]]</a></li>
{{/HOME_ROLE}}
</ul>
