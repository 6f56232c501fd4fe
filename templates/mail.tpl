{{%AUTOESCAPE context="HTML"}}
<h1>[[Mails]]</h1>
<p class="lead">[[Every mail that was made, newest first. People get at most one a day, and only when something new waits for them; no mail holds figures.]]</p>
<nav class="tabs" aria-label="[[Which mails]]">{{#MA_TAB}}<a href="{{MA_TAB_HREF}}"{{#MA_TAB_HERE}} aria-current="page"{{/MA_TAB_HERE}}>{{MA_TAB_TITLE}} ({{MA_TAB_COUNT}})</a>
{{/MA_TAB}}</nav>
{{#MA_NONE}}<p>[[There are none.]]</p>{{/MA_NONE}}
{{#MA_TABLE}}
<div class="scroll" tabindex="0" role="region" aria-label="[[Mails]]">
<table class="data stack">
<caption class="visually-hidden">[[Mails]]</caption>
<thead><tr><th scope="col">[[To]]</th><th scope="col">[[What]]</th><th scope="col">[[Made]]</th><th scope="col">[[State]]</th></tr></thead>
<tbody>
{{#MA_ROW}}
<tr><th scope="row">{{MA_NAME}}<div class="hint">{{MA_EMAIL}}</div></th>
<td data-label="[[What]]">{{MA_KIND}}<div class="hint" lang="{{MA_LANG}}">{{MA_SUBJECT}}</div>{{#MA_BODY}}<details><summary>[[Text]]</summary><div class="prose" lang="{{MA_LANG}}">{{MA_BODY_TEXT:p}}</div></details>{{/MA_BODY}}</td>
<td data-label="[[Made]]">{{MA_MADE}}</td>
<td data-label="[[State]]">{{#MA_SENT}}<span class="tag tag-good">[[sent]]</span> {{MA_AT}}{{/MA_SENT}}{{#MA_WAITS}}<span class="tag">[[waiting]]</span> [[next attempt:]] {{MA_AT}}{{/MA_WAITS}}{{#MA_GIVEN_UP}}<span class="tag tag-bad">[[given up]]</span> {{MA_AT}}{{/MA_GIVEN_UP}}{{#MA_ATTEMPTS}}<div class="hint">{{MA_ATTEMPTS_TEXT}}</div>{{/MA_ATTEMPTS}}{{#MA_ERROR}}<div class="hint">{{MA_ERROR_TEXT}}</div>{{/MA_ERROR}}{{#MA_GIVEN_UP}}<form method="post" action="/secretariat/mail"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="mail" value="{{MA_ID}}"><input type="hidden" name="state" value="{{MA_STATE}}"><button type="submit" class="second">[[Try again]]<span class="visually-hidden">: {{MA_TO}}</span></button></form>{{/MA_GIVEN_UP}}</td></tr>
{{/MA_ROW}}
</tbody>
</table>
</div>
{{/MA_TABLE}}
<nav class="steps" aria-label="[[Pages of the record]]">
{{#MA_NEWER}}<a href="{{MA_NEWER_HREF}}" rel="prev">← [[Newer]]</a>{{/MA_NEWER}}
{{#MA_OLDER}}<a href="{{MA_OLDER_HREF}}" rel="next">[[Older]] →</a>{{/MA_OLDER}}
</nav>
