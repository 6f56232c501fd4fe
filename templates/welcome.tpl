{{%AUTOESCAPE context="HTML"}}
<div class="narrow">
<h1>[[Welcome]]</h1>
<p>[[{{WELCOME_NAME}}, choose a password for {{WELCOME_EMAIL}}. The link that brought you here then stops working.]]</p>
{{#PASSWORD_REFUSED}}<p class="notice notice-bad" role="alert">{{PASSWORD_WHY}}</p>{{/PASSWORD_REFUSED}}
<form method="post" action="/account/welcome" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="token" value="{{WELCOME_TOKEN}}">
<input type="hidden" name="username" autocomplete="username" value="{{WELCOME_EMAIL}}">
<div class="field">
<label for="password">[[New password]]</label>
<p class="hint" id="password-hint">[[At least {{PASSWORD_LEAST}} characters, without the name of the e-mail address. Several words in a row make a good one.]]</p>
<input id="password" name="password" type="password" autocomplete="new-password" required aria-describedby="password-hint">
</div>
<div class="field">
<label for="again">[[New password, again]]</label>
<input id="again" name="again" type="password" autocomplete="new-password" required>
</div>
<div class="actions"><button type="submit">[[Set the password]]</button></div>
</form>
</div>
