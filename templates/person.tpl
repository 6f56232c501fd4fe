{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/people">[[People]]</a><span aria-current="page">{{P_NAME}}</span></nav>
<h1>{{P_NAME}}</h1>
{{#P_PROBLEM}}<p class="notice notice-bad" role="alert">{{P_PROBLEM_TEXT}}</p>{{/P_PROBLEM}}
{{#P_INVITATION}}
<div class="notice notice-good"><p><strong>[[The invitation link, shown this once. Hand it to the person yourself; it works once, within 10 days.]]</strong></p>
<p><a href="{{P_INVITATION_HREF}}">{{P_INVITATION_HREF}}</a></p></div>
{{/P_INVITATION}}
<dl class="facts">
<dt>[[E-mail address]]</dt><dd>{{P_EMAIL}}</dd>
<dt>[[Account]]</dt><dd>{{P_STATE}}</dd>
<dt>[[Second factor]]</dt><dd>{{#P_FACTOR_OFF}}[[off]]{{/P_FACTOR_OFF}}{{#P_FACTOR_ON}}{{P_FACTOR_TEXT}} <span class="quiet">[[If telephone and recovery codes are lost, it is taken away on the server:]] <code>monitor user reset-2fa {{P_EMAIL}}</code></span>{{/P_FACTOR_ON}}</dd>
</dl>
<h2>[[Roles]]</h2>
{{#P_NO_ROLES}}<p>[[No role was granted yet.]]</p>{{/P_NO_ROLES}}
{{#P_ROLES}}
<div class="scroll" tabindex="0" role="region" aria-label="[[Roles]]">
<table class="data stack">
<caption class="visually-hidden">[[Roles]]</caption>
<thead><tr><th scope="col">[[Role]]</th><th scope="col">[[Participant]]</th><th scope="col">[[From]]</th><th scope="col">[[Until]]</th><th scope="col">[[End it]]</th></tr></thead>
<tbody>
{{#P_ROLE}}
<tr><th scope="row">{{ROLE_TITLE}}</th><td data-label="[[Participant]]">{{ROLE_PARTICIPANT}}</td><td class="date" data-label="[[From]]">{{ROLE_FROM}}</td><td class="date" data-label="[[Until]]">{{ROLE_TO}}</td>
<td>{{#P_ROLE_END}}<form method="post" action="{{P_HREF}}" class="inline"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="grant" value="{{P_GRANT}}"><div class="field"><label for="end{{P_GRANT}}">[[Last day]]</label><input id="end{{P_GRANT}}" name="ends_on" type="date" value="{{P_TODAY}}"></div><button type="submit" name="do" value="end" class="second">[[End]]</button></form>{{/P_ROLE_END}}</td></tr>
{{/P_ROLE}}
</tbody>
</table>
</div>
{{/P_ROLES}}
{{#P_ACTIVE}}
<form method="post" action="{{P_HREF}}" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Grant a role]]</h2>
{{>GRANT}}
<div class="actions"><button type="submit" name="do" value="grant">[[Grant]]</button></div>
</form>
<h2>[[Account]]</h2>
<form method="post" action="{{P_HREF}}" class="inline"><input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" name="do" value="mail" class="second">[[Send an invitation by mail]]</button>
<button type="submit" name="do" value="invite" class="second">[[Make a new invitation link]]</button>
<button type="submit" name="do" value="deactivate" class="danger">[[Deactivate]]</button>
</form>
<p class="hint">[[With a new link the person chooses a password; an older unused link stops working. Deactivating ends all sessions at once; nothing the person did is deleted.]]</p>
{{/P_ACTIVE}}
<h2>[[Signed in now]]</h2>
{{#P_NO_SESSIONS}}<p>[[Not signed in at the moment.]]</p>{{/P_NO_SESSIONS}}
{{#P_SESSIONS}}
<div class="scroll" tabindex="0" role="region" aria-label="[[Sessions]]">
<table class="data stack">
<caption class="visually-hidden">[[Sessions]]</caption>
<thead><tr><th scope="col">[[Since]]</th><th scope="col">[[Last seen]]</th><th scope="col">[[From where]]</th><th scope="col">[[End it]]</th></tr></thead>
<tbody>
{{#SESSION}}
<tr><th scope="row" class="date">{{SESSION_BEGAN}}</th><td class="date" data-label="[[Last seen]]">{{SESSION_SEEN}}</td><td data-label="[[From where]]">{{SESSION_ADDRESS}}{{#SESSION_OWN}} <span class="tag">[[this browser]]</span>{{/SESSION_OWN}}</td>
<td><form method="post" action="{{P_HREF}}" class="inline"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="session" value="{{SESSION_ID}}"><button type="submit" name="do" value="end_session" class="second" aria-label="[[End the session of]] {{SESSION_BEGAN}}">[[End]]</button></form></td></tr>
{{/SESSION}}
</tbody>
</table>
</div>
<form method="post" action="{{P_HREF}}" class="inline"><input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" name="do" value="end_sessions" class="second">[[End all sessions]]</button></form>
{{/P_SESSIONS}}
<p class="links"><a href="{{P_LOG_HREF}}">[[What the audit log says of this person]]</a></p>
{{#P_GONE}}
<form method="post" action="{{P_HREF}}" class="inline"><input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" name="do" value="reactivate" class="second">[[Reactivate]]</button></form>
{{/P_GONE}}
