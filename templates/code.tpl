{{%AUTOESCAPE context="HTML"}}
<div class="narrow">
<h1>[[The second step]]</h1>
{{#HELD_ABOUT}}<div class="notice notice-warn" role="status"><p><strong>[[Nothing was saved yet, and nothing is lost: what you typed is kept on this page.]]</strong></p>
<p>{{#HELD_WHY}}{{HELD_WHY_TEXT}} {{/HELD_WHY}}[[Sign in here, and your form comes back to be sent.]]</p></div>{{/HELD_ABOUT}}
{{#CODE_REFUSED}}<p class="notice notice-bad" role="alert" id="code-error">{{CODE_WHY}}</p>{{/CODE_REFUSED}}
<form method="post" action="/account/sign-in/code" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="next" value="{{SIGN_IN_NEXT}}">
{{#HELD}}<input type="hidden" name="held_to" value="{{HELD_TARGET}}"><input type="hidden" name="held" value="{{HELD_PACKED}}">{{/HELD}}
<div class="field">
<label for="code">[[Code]]</label>
<p class="hint" id="code-hint">[[The six digits that the application on your telephone shows for Almaty Monitor now. If you don't have it at hand: one of your recovery codes.]]</p>
<input id="code" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="40" required autofocus aria-describedby="code-hint{{#CODE_REFUSED}} code-error{{/CODE_REFUSED}}"{{#CODE_REFUSED}} aria-invalid="true"{{/CODE_REFUSED}}>
</div>
<div class="actions"><button type="submit">[[Sign in]]</button></div>
</form>
{{#HELD_ABOUT}}{{>HELD_TEXTS}}{{/HELD_ABOUT}}
<p class="hint">[[This step is open for ten minutes. If you have lost both the telephone and the recovery codes, ask the administrator.]] <a href="/account/sign-in">[[Sign in as somebody else]]</a></p>
</div>
