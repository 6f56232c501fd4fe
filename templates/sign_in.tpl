{{%AUTOESCAPE context="HTML"}}
<div class="narrow">
<h1>[[Sign in]]</h1>
{{#SIGN_IN_WANTED}}<p>[[The page you asked for is open to people with a role in the process. Sign in to go on.]]</p>{{/SIGN_IN_WANTED}}
{{#SIGN_IN_REFUSED}}<p class="notice notice-bad" role="alert">{{SIGN_IN_WHY}}</p>{{/SIGN_IN_REFUSED}}
<form method="post" action="/account/sign-in" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="next" value="{{SIGN_IN_NEXT}}">
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
<p class="hint">[[Accounts are opened by the administrator. If you have no password yet, use the link of your invitation; if you have lost it, ask the administrator for a new link.]]</p>
</div>
