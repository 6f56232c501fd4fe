{{%AUTOESCAPE context="HTML"}}
<h1>[[My account]]</h1>
<dl class="facts">
<dt>[[Name]]</dt><dd>{{PROFILE_NAME}}</dd>
<dt>[[E-mail address]]</dt><dd>{{PROFILE_EMAIL}}</dd>
</dl>
<h2>[[Roles]]</h2>
{{#PROFILE_NO_ROLES}}<p>[[You hold no role yet. The administrator grants them.]]</p>{{/PROFILE_NO_ROLES}}
<div class="scroll" tabindex="0" role="region" aria-label="[[Roles]]">
<table class="data stack">
<caption class="visually-hidden">[[Roles]]</caption>
<thead><tr><th scope="col">[[Role]]</th><th scope="col">[[Participant]]</th><th scope="col">[[From]]</th><th scope="col">[[Until]]</th><th scope="col">[[State]]</th></tr></thead>
<tbody>
{{#PROFILE_ROLE}}
<tr><th scope="row">{{ROLE_TITLE}}</th><td data-label="[[Participant]]">{{ROLE_PARTICIPANT}}</td><td class="date" data-label="[[From]]">{{ROLE_FROM}}</td><td class="date" data-label="[[Until]]">{{ROLE_TO}}</td>
<td data-label="[[State]]">{{#ROLE_HELD}}<span class="tag tag-good">[[held today]]</span>{{/ROLE_HELD}}{{#ROLE_FUTURE}}<span class="tag">[[not yet]]</span>{{/ROLE_FUTURE}}{{#ROLE_ENDED}}<span class="tag">[[ended]]</span>{{/ROLE_ENDED}}</td></tr>
{{/PROFILE_ROLE}}
</tbody>
</table>
</div>
<h2>[[Deadlines]]</h2>
<p><a href="/account/calendar">[[Calendar of deadlines]]</a></p>
<h2>[[Language]]</h2>
<form method="post" action="/account/language" class="inline">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field">
<label for="language">[[Language of the pages]]</label>
<select id="language" name="language">
{{#PROFILE_LANGUAGE}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>
{{/PROFILE_LANGUAGE}}
</select>
</div>
<button type="submit" class="second">[[Save]]</button>
</form>
<h2>[[Password]]</h2>
<p><a href="/account/password">[[Change the password]]</a></p>
<h2>[[Second factor]]</h2>
<p>{{#PROFILE_FACTOR_ON}}{{PROFILE_FACTOR_TEXT}}{{/PROFILE_FACTOR_ON}}{{#PROFILE_FACTOR_OFF}}<span class="tag">[[off]]</span> [[Signing in asks for the password only.]]{{/PROFILE_FACTOR_OFF}}</p>
{{#PROFILE_FACTOR_FEW}}<p class="notice notice-warn">[[Make new recovery codes before the last one is used.]]</p>{{/PROFILE_FACTOR_FEW}}
<p>{{#PROFILE_FACTOR_OFF}}<a href="/account/second-factor">[[Set up the second factor]]</a>{{/PROFILE_FACTOR_OFF}}{{#PROFILE_FACTOR_ON}}<a href="/account/second-factor">[[Recovery codes, turning it off]]</a>{{/PROFILE_FACTOR_ON}}</p>
<h2>[[Where you are signed in]]</h2>
<div class="scroll" tabindex="0" role="region" aria-label="[[Sessions]]">
<table class="data stack">
<caption class="visually-hidden">[[Sessions]]</caption>
<thead><tr><th scope="col">[[Since]]</th><th scope="col">[[Last seen]]</th><th scope="col">[[From where]]</th><th scope="col">[[End it]]</th></tr></thead>
<tbody>
{{#SESSION}}
<tr><th scope="row" class="date">{{SESSION_BEGAN}}</th><td class="date" data-label="[[Last seen]]">{{SESSION_SEEN}}</td><td data-label="[[From where]]">{{SESSION_ADDRESS}}</td>
<td>{{#SESSION_OWN}}<span class="tag">[[this browser]]</span>{{/SESSION_OWN}}{{#SESSION_END}}<form method="post" action="/account/sessions" class="inline"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="session" value="{{SESSION_ID}}"><button type="submit" class="second" aria-label="[[End the session of]] {{SESSION_BEGAN}}">[[End]]</button></form>{{/SESSION_END}}</td></tr>
{{/SESSION}}
</tbody>
</table>
</div>
{{#SESSION_OTHERS}}<form method="post" action="/account/sessions" class="inline"><input type="hidden" name="csrf" value="{{CSRF}}"><button type="submit" class="second">[[End all but this one]]</button></form>{{/SESSION_OTHERS}}
<p class="hint">[[A session ends by itself 2 hours after it was last used and 12 hours after it began. If you do not know one of these, end it and change the password.]]</p>
