{{%AUTOESCAPE context="HTML"}}
<div class="field"><label for="role">[[Role]]</label>{{#WRONG_ROLE}}<p class="field-error" id="role-error">{{WRONG_TEXT}}</p>{{/WRONG_ROLE}}
<select id="role" name="role">{{#GRANT_ROLE}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>
{{/GRANT_ROLE}}</select></div>
<div class="field"><label for="participant">[[For which participant]]</label>
<p class="hint">[[For the secretariat: the government that the person comes from, if any. They never review its answers.]]</p>
{{#WRONG_PARTICIPANT}}<p class="field-error" id="participant-error">{{WRONG_TEXT}}</p>{{/WRONG_PARTICIPANT}}
<select id="participant" name="participant"><option value="">[[none]]</option>{{#GRANT_PARTICIPANT}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_NAME}}</option>
{{/GRANT_PARTICIPANT}}</select></div>
<div class="field"><label for="starts_on">[[From]]</label>{{#WRONG_STARTS}}<p class="field-error" id="starts-error">{{WRONG_TEXT}}</p>{{/WRONG_STARTS}}
<input id="starts_on" name="starts_on" type="date" value="{{GRANT_STARTS}}"></div>
<div class="field"><label for="ends_on">[[Until (the last day; empty: open)]]</label>{{#WRONG_ENDS}}<p class="field-error" id="ends-error">{{WRONG_TEXT}}</p>{{/WRONG_ENDS}}
<input id="ends_on" name="ends_on" type="date" value="{{GRANT_ENDS}}"></div>
