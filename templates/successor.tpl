{{%AUTOESCAPE context="HTML"}}
<div class="field"><label for="{{SU_PREFIX}}-email">[[E-mail address]]</label>{{#WRONG_EMAIL}}<p class="field-error" id="{{SU_PREFIX}}-email-error">{{WRONG_TEXT}}</p>{{/WRONG_EMAIL}}
<input id="{{SU_PREFIX}}-email" name="email" type="email" value="{{SU_EMAIL}}" autocomplete="off" required{{#WRONG_EMAIL}} aria-invalid="true" aria-describedby="{{SU_PREFIX}}-email-error"{{/WRONG_EMAIL}}></div>
<div class="field"><label for="{{SU_PREFIX}}-name">[[Name, for somebody who is new here]]</label>{{#WRONG_NAME}}<p class="field-error" id="{{SU_PREFIX}}-name-error">{{WRONG_TEXT}}</p>{{/WRONG_NAME}}
<input id="{{SU_PREFIX}}-name" name="name" value="{{SU_NAME}}" autocomplete="off"{{#WRONG_NAME}} aria-invalid="true" aria-describedby="{{SU_PREFIX}}-name-error"{{/WRONG_NAME}}></div>
<div class="field"><label for="{{SU_PREFIX}}-lang">[[Language of the pages, for somebody who is new here]]</label>{{#WRONG_LANG}}<p class="field-error" id="{{SU_PREFIX}}-lang-error">{{WRONG_TEXT}}</p>{{/WRONG_LANG}}
<select id="{{SU_PREFIX}}-lang" name="lang"{{#WRONG_LANG}} aria-invalid="true" aria-describedby="{{SU_PREFIX}}-lang-error"{{/WRONG_LANG}}>{{#SU_LANGUAGE}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>{{/SU_LANGUAGE}}</select></div>
<div class="field"><label for="{{SU_PREFIX}}-starts">[[First day]]</label>{{#WRONG_STARTS}}<p class="field-error" id="{{SU_PREFIX}}-starts-error">{{WRONG_TEXT}}</p>{{/WRONG_STARTS}}
<input id="{{SU_PREFIX}}-starts" name="starts_on" type="date" value="{{SU_STARTS}}" required{{#WRONG_STARTS}} aria-invalid="true" aria-describedby="{{SU_PREFIX}}-starts-error"{{/WRONG_STARTS}}></div>
{{#SU_UNTIL}}<div class="field"><label for="{{SU_PREFIX}}-ends">[[Until (the last day; empty: open)]]</label>{{#WRONG_ENDS}}<p class="field-error" id="{{SU_PREFIX}}-ends-error">{{WRONG_TEXT}}</p>{{/WRONG_ENDS}}
<input id="{{SU_PREFIX}}-ends" name="ends_on" type="date" value="{{SU_ENDS}}"{{#WRONG_ENDS}} aria-invalid="true" aria-describedby="{{SU_PREFIX}}-ends-error"{{/WRONG_ENDS}}></div>{{/SU_UNTIL}}
