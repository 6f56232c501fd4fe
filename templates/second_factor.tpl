{{%AUTOESCAPE context="HTML"}}
<div class="narrow">
<nav class="crumbs" aria-label="[[You are here]]"><a href="/account/">[[My account]]</a><span aria-current="page">[[Second factor]]</span></nav>
<h1>[[Second factor]]</h1>
{{#FACTOR_REFUSED}}<p class="notice notice-bad" role="alert">{{FACTOR_WHY}}</p>{{/FACTOR_REFUSED}}
{{#FACTOR_OFF}}<p class="lead">[[It is off. When it is on, signing in asks for a code from your telephone besides the password, so that a password which somebody else has learnt is not enough.]]</p>{{/FACTOR_OFF}}
{{#FACTOR_CODES}}
<section class="card" aria-labelledby="codes">
<h2 id="codes">[[Your recovery codes]]</h2>
<p class="notice notice-good" role="status"><strong>[[They are shown this once. Print this page or write them down, and keep them away from the telephone.]]</strong></p>
<ol class="codes">
{{#FACTOR_CODE}}<li><code>{{FACTOR_CODE_TEXT}}</code></li>
{{/FACTOR_CODE}}</ol>
<p class="hint">[[Each takes the place of a code from the telephone once. Earlier recovery codes no longer work.]]</p>
</section>
{{/FACTOR_CODES}}
{{#FACTOR_KEY}}
<section class="card" aria-labelledby="key">
<h2 id="key">[[1. Add the key to your application]]</h2>
<p>[[Any application for one-time codes (TOTP) will do: FreeOTP, Aegis, Google or Microsoft Authenticator, a password manager. Let it scan this picture.]]</p>
{{#FACTOR_QR}}<svg class="qr" viewBox="0 0 {{FACTOR_SIZE}} {{FACTOR_SIZE}}" role="img" aria-label="[[QR code of the key. The same key is below as text.]]" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path fill="#000" d="{{FACTOR_PATH}}"/></svg>{{/FACTOR_QR}}
<p>[[Or type the key (time-based, six digits):]]</p>
<p class="key"><code>{{FACTOR_TEXT}}</code></p>
<p class="notice notice-warn">[[The key is shown this once. Whoever has it can make your codes: show it to nobody.]]</p>
</section>
{{/FACTOR_KEY}}
{{#FACTOR_CONFIRM}}
<form method="post" action="/account/second-factor" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[2. Enter the code that it shows]]</h2>
{{#FACTOR_SHOWN}}<p>[[The key was shown and waits for its first code. It is not shown again; begin anew below if you could not add it.]]</p>{{/FACTOR_SHOWN}}
<div class="field">
<label for="code">[[Code]]</label>
<p class="hint" id="code-hint">[[Six digits. Only then is the second factor on.]]</p>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="40" required aria-describedby="code-hint">
</div>
<div class="actions"><button type="submit" name="do" value="confirm">[[Turn it on]]</button></div>
</form>
{{/FACTOR_CONFIRM}}
{{#FACTOR_BEGIN}}
<form method="post" action="/account/second-factor" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Set it up]]</h2>
<p>[[You need a telephone or another device with an application for one-time codes, and a place for ten recovery codes on paper.]]</p>
<div class="field">
<label for="password">[[Present password]]</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
</div>
<div class="actions"><button type="submit" name="do" value="begin">[[Show the key]]</button></div>
</form>
{{/FACTOR_BEGIN}}
{{#FACTOR_ANEW}}
<form method="post" action="/account/second-factor" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Begin anew]]</h2>
<div class="field">
<label for="password">[[Present password]]</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
</div>
<div class="actions"><button type="submit" name="do" value="begin" class="second">[[Show another key]]</button></div>
</form>
{{/FACTOR_ANEW}}
{{#FACTOR_ON}}
<p>{{FACTOR_STATE}} {{FACTOR_LEFT}}</p>
{{#FACTOR_FEW}}<p class="notice notice-warn">[[Make new recovery codes before the last one is used.]]</p>{{/FACTOR_FEW}}
<form method="post" action="/account/second-factor" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<h2>[[Change it]]</h2>
<p>[[Both steps ask who you are again.]]</p>
<div class="field">
<label for="password">[[Present password]]</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
</div>
<div class="field">
<label for="code">[[Code]]</label>
<p class="hint" id="code-hint">[[From the application, or a recovery code. A code that you signed in with is used up: wait for the next one.]]</p>
<input id="code" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="40" required aria-describedby="code-hint">
</div>
<div class="actions"><button type="submit" name="do" value="codes" class="second">[[Make new recovery codes]]</button> <button type="submit" name="do" value="off" class="danger">[[Turn it off]]</button></div>
</form>
<p class="hint">[[For another telephone: turn it off and set it up again.]]</p>
{{/FACTOR_ON}}
</div>
