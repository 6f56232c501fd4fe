{{%AUTOESCAPE context="HTML"}}
<div class="narrow">
<h1>[[Sign in]]</h1>
{{#SIGN_IN_WANTED}}<p>[[The page you asked for is open to people with a role in the process. Sign in to go on.]]</p>{{/SIGN_IN_WANTED}}
{{#HELD_ABOUT}}<div class="notice notice-warn" role="status"><p><strong>[[Nothing was saved yet, and nothing is lost: what you typed is kept on this page.]]</strong></p>
<p>{{#HELD_WHY}}{{HELD_WHY_TEXT}} {{/HELD_WHY}}[[Sign in here, and your form comes back to be sent.]]</p></div>{{/HELD_ABOUT}}
{{#SIGN_IN_REFUSED}}<p class="notice notice-bad" role="alert">{{SIGN_IN_WHY}}</p>{{/SIGN_IN_REFUSED}}
<form method="post" action="/account/sign-in" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="next" value="{{SIGN_IN_NEXT}}">
{{#HELD}}<input type="hidden" name="held_to" value="{{HELD_TARGET}}"><input type="hidden" name="held" value="{{HELD_PACKED}}">{{/HELD}}
<div class="field">
<label for="email">[[E-mail address]]</label>
<input id="email" name="email" type="email" autocomplete="username" required value="{{SIGN_IN_EMAIL}}">
</div>
<div class="field">
<label for="password">[[Password]]</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
</div>
<div class="actions"><button type="submit">[[Sign in]]</button></div>
</form>
{{#HELD_ABOUT}}{{>HELD_TEXTS}}{{/HELD_ABOUT}}
<p class="hint">[[Accounts are opened by the administrator. If you have no password yet, use the link of your invitation; if you have lost it, ask the administrator for a new link.]]</p>
</div>
