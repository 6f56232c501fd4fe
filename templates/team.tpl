{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><span aria-current="page">{{TEAM_TITLE}}</span></nav>
<h1>{{TEAM_TITLE}}</h1>
{{#TEAM_PROBLEM}}<p class="notice notice-bad" role="alert">{{TEAM_PROBLEM_TEXT}}</p>{{/TEAM_PROBLEM}}
{{#TEAM_INVITATION}}
<div class="notice notice-good" role="status"><p><strong>[[It is arranged. The invitation link of somebody new, shown this once. Hand it to the person yourself; it works once, within 10 days.]]</strong></p>
<p>{{TEAM_INVITED_NAME}}: <a href="{{TEAM_INVITATION_HREF}}">{{TEAM_INVITATION_HREF}}</a></p>
<p>[[If it gets lost, an administrator makes a new one.]]</p></div>
{{/TEAM_INVITATION}}
<p><a href="/account/calendar">[[Calendar of deadlines]]</a></p>
{{#TEAM_READ_ONLY}}<p>[[Focal points and clearing officers arrange this here; other roles are granted by administrators.]]</p>{{/TEAM_READ_ONLY}}
<div class="scroll" tabindex="0" role="region" aria-label="{{TEAM_TITLE}}">
<table class="data stack">
<caption class="visually-hidden">{{TEAM_TITLE}}</caption>
<thead><tr><th scope="col">[[Name]]</th><th scope="col">[[Role]]</th><th scope="col">[[From]]</th><th scope="col">[[Until]]</th><th scope="col">[[Change]]</th></tr></thead>
<tbody>
{{#TEAM_ROW}}
<tr><th scope="row">{{TEAM_NAME}}<div class="hint">{{TEAM_EMAIL}}</div></th>
<td data-label="[[Role]]">{{TEAM_ROLE}}{{#TEAM_COMING}} <span class="tag">[[not yet]]</span>{{/TEAM_COMING}}{{#TEAM_INVITED}} <span class="tag tag-warn">[[no password yet]]</span>{{/TEAM_INVITED}}{{#TEAM_NOTE}}<div class="hint">{{TEAM_NOTE_TEXT}}</div>{{/TEAM_NOTE}}</td>
<td class="date" data-label="[[From]]">{{TEAM_FROM}}</td><td class="date" data-label="[[Until]]">{{TEAM_TO}}</td>
<td>{{#TEAM_TAKE_BACK}}<form method="post" action="{{TEAM_HREF}}grant"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="grant" value="{{TEAM_GRANT}}"><button type="submit" name="do" value="take_back" class="second">[[Take back]]<span class="visually-hidden">: {{TEAM_NAME}}</span></button></form>{{/TEAM_TAKE_BACK}}{{#TEAM_END}}<form method="post" action="{{TEAM_HREF}}grant" class="inline"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="grant" value="{{TEAM_GRANT}}"><div class="field"><label for="end{{TEAM_GRANT}}">[[Last day]]</label><input id="end{{TEAM_GRANT}}" name="ends_on" type="date" min="{{TEAM_TODAY}}" value="{{TEAM_TODAY}}"></div><button type="submit" name="do" value="end" class="second">[[End]]<span class="visually-hidden">: {{TEAM_NAME}}</span></button></form>{{/TEAM_END}}</td></tr>
{{/TEAM_ROW}}
</tbody>
</table>
</div>
<div class="columns">
{{#TEAM_HANDOVER}}
<form method="post" action="{{TEAM_HREF}}" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Hand the role of focal point over]]</h2>
<p>[[Drafts and everything else stay with the government: the successor goes on where the round stands. The role ends for the one who holds it on the evening before.]]</p>
<div class="field"><label for="handover-grant">[[Whose role]]</label><select id="handover-grant" name="grant">{{#TEAM_WHOSE}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/TEAM_WHOSE}}</select></div>
{{>SUCCESSOR}}
<div class="actions"><button type="submit">[[Hand over]]</button></div>
</form>
{{/TEAM_HANDOVER}}
{{#TEAM_DEPUTY}}
<form method="post" action="{{TEAM_HREF}}" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Appoint a deputy]]</h2>
<p>[[A deputy writes and submits answers as a focal point does, within these days.]]</p>
{{>SUCCESSOR}}
<div class="actions"><button type="submit">[[Appoint]]</button></div>
</form>
{{/TEAM_DEPUTY}}
</div>
