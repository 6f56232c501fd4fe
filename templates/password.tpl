{{%AUTOESCAPE context="HTML"}}
<div class="narrow">
<nav class="crumbs" aria-label="[[You are here]]"><a href="/account/">[[My account]]</a><span aria-current="page">[[Password]]</span></nav>
<h1>[[Change the password]]</h1>
{{#PASSWORD_REFUSED}}<p class="notice notice-bad" role="alert">{{PASSWORD_WHY}}</p>{{/PASSWORD_REFUSED}}
<form method="post" action="/account/password" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="username" autocomplete="username" value="{{PASSWORD_EMAIL}}">
<div class="field">
<label for="current">[[Present password]]</label>
<input id="current" name="current" type="password" autocomplete="current-password" required>
</div>
<div class="field">
<label for="password">[[New password]]</label>
<p class="hint" id="password-hint">[[At least {{PASSWORD_LEAST}} characters, without the name of the e-mail address. Several words in a row make a good one.]]</p>
<input id="password" name="password" type="password" autocomplete="new-password" required aria-describedby="password-hint">
</div>
<div class="field">
<label for="again">[[New password, again]]</label>
<input id="again" name="again" type="password" autocomplete="new-password" required>
</div>
<div class="actions"><button type="submit">[[Change the password]]</button></div>
</form>
</div>
