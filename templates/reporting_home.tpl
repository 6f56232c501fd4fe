{{%AUTOESCAPE context="HTML"}}
<h1>[[My reporting]]</h1>
{{#HOME_NOTHING}}<p>[[No round asks anything of you at the moment. The secretariat opens rounds; yours will stand here.]]</p>{{/HOME_NOTHING}}
{{#HOME_TASK}}
<section class="card">
<h2><a href="{{TASK_HREF}}">{{TASK_FRAMEWORK}}, {{TASK_PERIOD}}</a></h2>
<p>{{TASK_PARTICIPANT}} · {{TASK_PHASE}} · {{TASK_DEADLINE}}</p>
{{>PROGRESS}}
{{#TASK_RETURNED}}<p class="notice notice-bad">{{TASK_RETURNED_TEXT}}</p>{{/TASK_RETURNED}}
{{#TASK_CLEARING}}<p><a href="{{TASK_CLEARING_HREF}}">{{TASK_CLEARING_TEXT}}</a></p>{{/TASK_CLEARING}}
</section>
{{/HOME_TASK}}
