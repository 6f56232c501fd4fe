{{%AUTOESCAPE context="HTML"}}
<div class="narrow">
<h1>{{HELD_TITLE}}</h1>
<p class="notice notice-warn" role="status">{{HELD_WHY_TEXT}}</p>
<form method="post" action="{{HELD_TARGET}}" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#HELD_FIELD}}<input type="hidden" name="{{HELD_NAME}}" value="{{HELD_VALUE:p}}">
{{/HELD_FIELD}}
{{>HELD_TEXTS}}
<div class="actions"><button type="submit">[[Send what I typed]]</button></div>
</form>
<p class="hint">[[If somebody has changed the same thing meanwhile, you will see theirs beside yours before anything is overwritten.]]</p>
</div>
