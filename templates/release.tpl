{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><a href="{{ROUND_HREF}}">{{ROUND_TITLE}}</a><span aria-current="page">[[Release]]</span></nav>
<h1>[[Release]]</h1>
{{#RL_PROBLEM}}<p class="notice notice-bad" role="alert">{{RL_PROBLEM_TEXT}}</p>{{/RL_PROBLEM}}
{{#RL_NOTHING}}<p class="notice">{{RL_NOTHING_TEXT}}</p>
<p><a href="{{ROUND_HREF}}">[[Back to the round]]</a></p>{{/RL_NOTHING}}
{{#RL_OWN}}<p class="notice">[[You belong to]] {{RL_OWN_NAMES}}. [[A release publishes what others have accepted, for all participants alike, so you may make it; the audit log says that it was you.]]</p>{{/RL_OWN}}
{{#RL_FORM}}
<form method="post" action="{{RL_ACTION}}" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="seen" value="{{RL_SEEN}}">
<p>[[Everybody can read a release's name and note. It is kept for ever: what it published stays reachable after the next one.]]</p>
<div class="field"><label for="name">[[Name of the release]]</label>{{#WRONG_NAME}}<p class="field-error" id="name-error">{{WRONG_TEXT}}</p>{{/WRONG_NAME}}
<input id="name" name="name" value="{{RL_NAME}}" required maxlength="200" autocomplete="off"{{#WRONG_NAME}} aria-invalid="true" aria-describedby="name-error"{{/WRONG_NAME}}></div>
<div class="field"><label for="note">[[Note (optional)]]</label>{{#WRONG_NOTE}}<p class="field-error" id="note-error">{{WRONG_TEXT}}</p>{{/WRONG_NOTE}}
<textarea id="note" name="note" rows="2"{{#WRONG_NOTE}} aria-invalid="true" aria-describedby="note-error"{{/WRONG_NOTE}}>
{{RL_NOTE:p}}</textarea></div>
<p class="hint">[[Each answer reaches only those it was cleared for. It is on the pages after the next scheduled computation.]]</p>
<div class="actions"><button type="submit">{{RL_BUTTON}}</button> <a href="{{ROUND_HREF}}">[[Not now]]</a></div>
</form>
<h2>[[What it changes]]</h2>
{{/RL_FORM}}
{{>RL_CHANGES}}
