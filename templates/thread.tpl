{{%AUTOESCAPE context="HTML"}}
<section class="card" id="thread" aria-labelledby="thread-title">
<h2 id="thread-title">[[Questions and replies]]</h2>
{{#TH_LIST}}<ol class="history thread">
{{#TH_ROW}}<li{{#TH_SECRETARIAT}} class="asked"{{/TH_SECRETARIAT}}>{{#TH_SECRETARIAT}}<span class="tag">[[Secretariat]]</span>{{/TH_SECRETARIAT}}{{#TH_GOVERNMENT}}<span class="tag tag-good">[[Government]]</span>{{/TH_GOVERNMENT}} <strong>{{TH_BY}}</strong> <span class="quiet">{{TH_AT}}</span><div class="prose">{{TH_WORDS:p}}</div></li>
{{/TH_ROW}}</ol>{{/TH_LIST}}
{{#TH_FORM}}<details{{#TH_OPEN}} open{{/TH_OPEN}}><summary>{{TH_LABEL}}</summary>
<form method="post" action="{{TH_HREF}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#TH_PERSONAL}}<fieldset class="choices notice notice-warn">
<legend>[[Is this data of a person?]]</legend>
<p>[[No victim may be recognised by what stands here. Take these places out, or confirm that nobody can be recognised by them.]]</p>
<ul>{{#TH_PLACE}}<li>{{TH_PLACE_KIND}}: <mark>{{TH_PLACE_TEXT}}</mark></li>
{{/TH_PLACE}}</ul>
<label><input type="checkbox" name="confirmed" value="{{TH_CONFIRM}}"> <span>[[I have looked at these places. Nobody can be recognised by them.]]</span></label>
</fieldset>{{/TH_PERSONAL}}
<div class="field"><label for="message">{{TH_LABEL}}</label>
<p class="hint" id="message-hint">{{TH_HINT}} [[No names or other personal data of victims.]]</p>
{{#WRONG_MESSAGE}}<p class="field-error" id="message-error">{{WRONG_TEXT}}</p>{{/WRONG_MESSAGE}}
<textarea id="message" name="message" rows="3" maxlength="2000" aria-describedby="message-hint{{#WRONG_MESSAGE}} message-error{{/WRONG_MESSAGE}}"{{#WRONG_MESSAGE}} aria-invalid="true"{{/WRONG_MESSAGE}}>
{{TH_TEXT:p}}</textarea></div>
<div class="actions"><button type="submit" name="do" value="message" class="second">[[Send]]</button></div>
</form></details>{{/TH_FORM}}
</section>
