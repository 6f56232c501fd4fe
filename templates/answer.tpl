{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><span>{{A_DOMAIN}}</span><span aria-current="page">{{A_CODE}}</span></nav>
<h1><span class="code">{{A_CODE}}</span> {{A_TITLE}}</h1>
<p>{{>STATE}}{{#A_AUDIENCE}} · [[for]]: {{A_AUDIENCE_TEXT}}{{/A_AUDIENCE}} · {{A_DEADLINE}}</p>
{{#A_PROBLEM}}<div class="notice notice-bad" role="alert"><p>{{A_PROBLEM_TEXT}}{{#A_PROBLEM_FIELD}} <a href="#{{A_PROBLEM_ID}}">[[To the field]]</a>{{/A_PROBLEM_FIELD}}</p></div>{{/A_PROBLEM}}
{{#A_RETURNED}}<div class="notice notice-bad"><p><strong>{{A_RETURNED_WHO}}</strong></p><p class="prose">{{A_RETURNED_REASON:p}}</p></div>{{/A_RETURNED}}
{{#A_WHY_NOT}}<p class="notice">{{A_WHY_NOT_TEXT}}</p>{{/A_WHY_NOT}}
{{#A_THEIRS}}
<section class="card">
<h2>[[What is saved now]]</h2>
{{>THEIRS}}
<p class="hint">[[Your text is in the form below, as you typed it. Take over what you need and save: yours then becomes the newest revision, theirs stays in the history.]]</p>
</section>
{{/A_THEIRS}}
{{>DEFINITION}}
{{#A_LAST}}
<section class="card">
<h2>[[Your answer of]] {{A_LAST_PERIOD}}</h2>
{{#A_LAST_BREAK}}<p class="notice">[[The definition has changed since then, so the two answers cannot be compared directly.]]</p>{{/A_LAST_BREAK}}
{{>LAST}}
</section>
{{/A_LAST}}
{{#A_READ}}
<section class="card">
<h2>[[The answer]]</h2>
{{>SAVED}}
</section>
{{/A_READ}}
{{#A_NO_ANSWER}}<p>[[Nothing has been saved yet.]]</p>{{/A_NO_ANSWER}}
{{#A_FORM}}
<form method="post" action="{{A_HREF}}" class="answer" id="answer-form">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="base" value="{{F_BASE}}">
<fieldset class="choices" id="status"{{#WRONG_STATUS}} aria-describedby="status-error"{{/WRONG_STATUS}}>
<legend>[[Status of the answer]]</legend>
{{#WRONG_STATUS}}<p class="field-error" id="status-error">{{WRONG_TEXT}}</p>{{/WRONG_STATUS}}
{{#F_STATUS}}<label><input type="radio" name="status" value="{{F_STATUS_VALUE}}"{{#F_STATUS_CHOSEN}} checked{{/F_STATUS_CHOSEN}}> <span>{{F_STATUS_TITLE}}</span></label>
{{/F_STATUS}}
</fieldset>
{{#F_LADDER}}
<fieldset class="choices" id="value"{{#WRONG_VALUE}} aria-describedby="value-error"{{/WRONG_VALUE}}>
<legend>[[Level]]</legend>
<p class="hint">[[A level holds when all its criteria and those of the levels below it are met. From level 3 on evidence is needed.]]</p>
{{#WRONG_VALUE}}<p class="field-error" id="value-error">{{WRONG_TEXT}}</p>{{/WRONG_VALUE}}
{{#F_LEVEL}}<div class="level"><label><input type="radio" name="value" value="{{F_LEVEL_NUMBER}}"{{#F_LEVEL_CHOSEN}} checked{{/F_LEVEL_CHOSEN}}> <span><strong>{{F_LEVEL_NUMBER}}. {{F_LEVEL_TITLE}}</strong></span></label>
{{#F_LEVEL_CRITERIA}}<ul>{{#F_CRITERION}}<li>{{F_CRITERION_TEXT}}</li>{{/F_CRITERION}}</ul>{{/F_LEVEL_CRITERIA}}</div>
{{/F_LEVEL}}
</fieldset>
{{/F_LADDER}}
{{#F_YES_NO}}
<fieldset class="choices" id="value"{{#WRONG_VALUE}} aria-describedby="value-error"{{/WRONG_VALUE}}>
<legend>[[Answer]]</legend>
{{#WRONG_VALUE}}<p class="field-error" id="value-error">{{WRONG_TEXT}}</p>{{/WRONG_VALUE}}
<label><input type="radio" name="value" value="1"{{#F_YES}} checked{{/F_YES}}> <span>[[Yes]]</span></label>
<label><input type="radio" name="value" value="0"{{#F_NO}} checked{{/F_NO}}> <span>[[No]]</span></label>
</fieldset>
{{/F_YES_NO}}
{{#F_CHECKLIST}}
<div id="item">
{{#WRONG_ITEM}}<p class="field-error">{{WRONG_TEXT}}</p>{{/WRONG_ITEM}}
{{#F_GROUP}}
<fieldset class="choices">
<legend>{{F_GROUP_TITLE}}</legend>
{{#F_ITEM}}<label><input type="checkbox" name="item" value="{{F_ITEM_CODE}}"{{#F_ITEM_CHOSEN}} checked{{/F_ITEM_CHOSEN}}> <span>{{F_ITEM_TITLE}}</span></label>
{{/F_ITEM}}
</fieldset>
{{/F_GROUP}}
<p class="hint">[[Tick what is met; what is left empty counts as not met.]]</p>
</div>
{{/F_CHECKLIST}}
{{#F_FRACTION}}
<div class="field">
<label for="numerator">{{F_NUMERATOR_TITLE}}</label>
{{#WRONG_NUMERATOR}}<p class="field-error" id="numerator-error">{{WRONG_TEXT}}</p>{{/WRONG_NUMERATOR}}
<input id="numerator" name="numerator" inputmode="decimal" autocomplete="off" value="{{F_NUMERATOR}}"{{#WRONG_NUMERATOR}} aria-invalid="true" aria-describedby="numerator-error"{{/WRONG_NUMERATOR}}>
</div>
<div class="field">
<label for="denominator">{{F_DENOMINATOR_TITLE}}</label>
{{#WRONG_DENOMINATOR}}<p class="field-error" id="denominator-error">{{WRONG_TEXT}}</p>{{/WRONG_DENOMINATOR}}
<input id="denominator" name="denominator" inputmode="decimal" autocomplete="off" value="{{F_DENOMINATOR}}"{{#WRONG_DENOMINATOR}} aria-invalid="true" aria-describedby="denominator-error"{{/WRONG_DENOMINATOR}}>
</div>
{{#F_COMPUTED}}<p>[[Computed]]: <strong>{{F_COMPUTED_TEXT}}</strong></p>{{/F_COMPUTED}}
{{/F_FRACTION}}
{{#F_NUMBER}}
<div class="field">
<label for="value">{{F_NUMBER_TITLE}}</label>
{{#WRONG_VALUE}}<p class="field-error" id="value-error">{{WRONG_TEXT}}</p>{{/WRONG_VALUE}}
<input id="value" name="value" inputmode="decimal" autocomplete="off" value="{{F_VALUE}}"{{#WRONG_VALUE}} aria-invalid="true" aria-describedby="value-error"{{/WRONG_VALUE}}>
</div>
{{/F_NUMBER}}
<div class="field">
<label for="reason">[[If not available or not applicable: why?]]</label>
{{#WRONG_REASON}}<p class="field-error" id="reason-error">{{WRONG_TEXT}}</p>{{/WRONG_REASON}}
<textarea id="reason" name="reason" rows="2"{{#WRONG_REASON}} aria-invalid="true" aria-describedby="reason-error"{{/WRONG_REASON}}>
{{F_REASON:p}}</textarea>
</div>
<div class="field">
<label for="narrative">[[Explanation]]</label>
<p class="hint">[[What stands behind the answer. No names or other personal data of victims.]]</p>
{{#WRONG_NARRATIVE}}<p class="field-error" id="narrative-error">{{WRONG_TEXT}}</p>{{/WRONG_NARRATIVE}}
<textarea id="narrative" name="narrative" rows="6"{{#WRONG_NARRATIVE}} aria-invalid="true" aria-describedby="narrative-error"{{/WRONG_NARRATIVE}}>
{{F_NARRATIVE:p}}</textarea>
</div>
<div class="field">
<label for="source">[[Source]]</label>
{{#WRONG_SOURCE}}<p class="field-error" id="source-error">{{WRONG_TEXT}}</p>{{/WRONG_SOURCE}}
<textarea id="source" name="source" rows="2"{{#WRONG_SOURCE}} aria-invalid="true" aria-describedby="source-error"{{/WRONG_SOURCE}}>
{{F_SOURCE:p}}</textarea>
</div>
{{#F_CORRECTION}}
<div class="field">
<label for="note">[[Public note on the correction]]</label>
<p class="hint">[[This answer was published. Say what was corrected and why; the note is shown with it.]]</p>
{{#WRONG_NOTE}}<p class="field-error" id="note-error">{{WRONG_TEXT}}</p>{{/WRONG_NOTE}}
<textarea id="note" name="note" rows="2"{{#WRONG_NOTE}} aria-invalid="true" aria-describedby="note-error"{{/WRONG_NOTE}}>
{{F_NOTE:p}}</textarea>
</div>
{{/F_CORRECTION}}
<fieldset class="choices" id="evidence"{{#WRONG_EVIDENCE}} aria-describedby="evidence-error"{{/WRONG_EVIDENCE}}>
<legend>[[Evidence]]</legend>
{{#WRONG_EVIDENCE}}<p class="field-error" id="evidence-error">{{WRONG_TEXT}}</p>{{/WRONG_EVIDENCE}}
{{#F_EVIDENCE}}<p class="evidence">{{F_EVIDENCE_TEXT}} <span class="tag">{{F_EVIDENCE_SHARE}}</span> <label><input type="checkbox" name="remove" value="{{F_EVIDENCE_ID}}"{{#F_EVIDENCE_REMOVED}} checked{{/F_EVIDENCE_REMOVED}}> <span>[[take away]]</span></label></p>
{{/F_EVIDENCE}}
{{#F_NEW}}<div class="evidence">
<label for="evidence_text{{F_NEW_NUMBER}}">[[Citation (act, article, date) or link (https://…)]]</label>
<input id="evidence_text{{F_NEW_NUMBER}}" name="evidence_text{{F_NEW_NUMBER}}" value="{{F_NEW_TEXT}}" autocomplete="off">
<label><input type="checkbox" name="evidence_share{{F_NEW_NUMBER}}" value="1"{{#F_NEW_SHARED}} checked{{/F_NEW_SHARED}}> <span>[[may be shared with those who may see the answer]]</span></label>
</div>
{{/F_NEW}}
<p class="hint">[[Evidence is seen by your government and the secretariat, unless it may be shared. More fields appear after saving.]]</p>
</fieldset>
{{#F_MAY_SAVE}}
<div class="actions">
<button type="submit" name="do" value="save" class="second">[[Save draft]]</button>
<button type="submit" name="do" value="submit">[[Submit for clearing]]</button>
</div>
{{/F_MAY_SAVE}}
</form>
{{/A_FORM}}
{{#A_WITHDRAW}}
<form method="post" action="{{A_HREF}}" class="inline">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="base" value="{{F_BASE}}">
<button type="submit" name="do" value="withdraw" class="second">[[Withdraw from clearing]]</button>
</form>
{{/A_WITHDRAW}}
{{#A_CLEAR}}
<form method="post" action="{{A_HREF}}" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="base" value="{{F_BASE}}">
<h2>{{A_CLEAR_TITLE}}</h2>
<fieldset class="choices" id="audience"{{#WRONG_AUDIENCE}} aria-describedby="audience-error"{{/WRONG_AUDIENCE}}>
<legend>[[Who may see this answer once it is released?]]</legend>
{{#WRONG_AUDIENCE}}<p class="field-error" id="audience-error">{{WRONG_TEXT}}</p>{{/WRONG_AUDIENCE}}
{{#F_AUDIENCE}}<label><input type="radio" name="audience" value="{{F_AUDIENCE_VALUE}}"{{#F_AUDIENCE_CHOSEN}} checked{{/F_AUDIENCE_CHOSEN}}> <span><strong>{{F_AUDIENCE_TITLE}}</strong>: {{F_AUDIENCE_WORDS}}</span></label>
{{/F_AUDIENCE}}
</fieldset>
<div class="actions"><button type="submit" name="do" value="clear">{{A_CLEAR_BUTTON}}</button></div>
</form>
{{/A_CLEAR}}
{{#A_RETURN}}
<form method="post" action="{{A_HREF}}" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="base" value="{{F_BASE}}">
<h2>[[Return for correction]]</h2>
<div class="field">
<label for="why">[[Why? The focal point reads this.]]</label>
{{#WRONG_RETURN}}<p class="field-error" id="why-error">{{WRONG_TEXT}}</p>{{/WRONG_RETURN}}
<textarea id="why" name="why" rows="3"{{#WRONG_RETURN}} aria-invalid="true" aria-describedby="why-error"{{/WRONG_RETURN}}>
{{F_WHY:p}}</textarea>
</div>
<div class="actions"><button type="submit" name="do" value="return" class="second">[[Return]]</button></div>
</form>
{{/A_RETURN}}
{{>HISTORY}}
<nav class="steps" aria-label="[[Indicators]]">
{{#A_PREVIOUS}}<a href="{{A_PREVIOUS_HREF}}" rel="prev">← {{A_PREVIOUS_CODE}}</a>{{/A_PREVIOUS}}
<a href="{{LIST_HREF}}">[[All indicators]]</a>
{{#A_NEXT}}<a href="{{A_NEXT_HREF}}" rel="next">{{A_NEXT_CODE}} →</a>{{/A_NEXT}}
</nav>
