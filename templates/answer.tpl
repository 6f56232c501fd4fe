{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><span>{{A_DOMAIN}}</span><span aria-current="page">{{A_CODE}}</span></nav>
<h1><span class="code">{{A_CODE}}</span> {{A_TITLE}}</h1>
<p>{{>STATE}}{{#A_AUDIENCE}} · [[for]]: {{A_AUDIENCE_TEXT}}{{/A_AUDIENCE}} · {{A_DEADLINE}}</p>
{{#A_PROBLEM}}<div class="notice notice-bad" role="alert"><p>{{A_PROBLEM_TEXT}}{{#A_PROBLEM_FIELD}} <a href="#{{A_PROBLEM_ID}}">[[To the field]]</a>{{/A_PROBLEM_FIELD}}</p></div>{{/A_PROBLEM}}
{{#A_RETURNED}}<div class="notice notice-bad"><p><strong>{{A_RETURNED_WHO}}</strong></p><p class="prose">{{A_RETURNED_REASON:p}}</p></div>{{/A_RETURNED}}
{{#A_WHY_NOT}}<p class="notice">{{A_WHY_NOT_TEXT}}</p>{{/A_WHY_NOT}}
{{#A_MERGE}}
<section class="card" id="merge">
<h2>[[Two people wrote at the same time]]</h2>
<p>{{A_MERGE_BY}}</p>
{{#A_TAKEN}}<p>[[Taken over into the form, since you had not changed it]]:</p><ul>{{#A_TAKEN_ROW}}<li>{{A_TAKEN_TITLE}}</li>{{/A_TAKEN_ROW}}</ul>{{/A_TAKEN}}
{{#A_BOTH}}
<p>[[You both changed the following. Yours stands in the form; take over what you need from theirs, then save.]]</p>
<div class="scroll" tabindex="0" role="region" aria-label="[[Yours, theirs and before]]">
<table class="data stack merge">
<caption class="visually-hidden">[[Yours, theirs and before]]</caption>
<thead><tr><th scope="col">[[Field]]</th><th scope="col">[[Yours]]</th><th scope="col">[[Theirs]]</th><th scope="col">[[Before]]</th></tr></thead>
<tbody>
{{#A_BOTH_ROW}}<tr><th scope="row">{{A_BOTH_TITLE}}</th><td class="prose" data-label="[[Yours]]">{{A_BOTH_YOURS:p}}</td><td class="prose" data-label="[[Theirs]]">{{A_BOTH_THEIRS:p}}</td><td class="prose quiet" data-label="[[Before]]">{{A_BOTH_BEFORE:p}}</td></tr>
{{/A_BOTH_ROW}}
</tbody>
</table>
</div>
{{/A_BOTH}}
</section>
{{/A_MERGE}}
{{#A_TYPED}}
<section class="card">
<h2>[[What is saved now]]</h2>
{{>THEIRS}}
<p class="hint">[[What you typed is in the form below, and can be copied from there.]]</p>
</section>
{{/A_TYPED}}
{{#A_FINDINGS}}
<section class="card" id="findings">
<h2>[[Before this can be submitted]]</h2>
<ul>
{{#A_FINDING}}<li>{{#A_FINDING_HARD}}<span class="tag tag-bad">[[to be mended]]</span>{{/A_FINDING_HARD}}{{#A_FINDING_SOFT}}<span class="tag tag-warn">[[to be explained]]</span>{{/A_FINDING_SOFT}} <a href="#{{A_FINDING_FIELD}}">{{A_FINDING_TEXT}}</a></li>
{{/A_FINDING}}
</ul>
</section>
{{/A_FINDINGS}}
<div class="beside">
<aside class="context" aria-label="[[How to answer]]">
{{>DEFINITION}}
{{#A_RULES}}<details><summary>[[What the figures are checked against]]</summary><ul>
{{#A_RULE}}<li>{{A_RULE_TEXT}} {{#A_RULE_HARD}}<span class="tag tag-bad">[[must hold]]</span>{{/A_RULE_HARD}}{{#A_RULE_SOFT}}<span class="tag tag-warn">[[else explain]]</span>{{/A_RULE_SOFT}}</li>
{{/A_RULE}}</ul></details>{{/A_RULES}}
{{#A_LAST}}
<section class="card">
<h2>[[Your answer of]] {{A_LAST_PERIOD}}</h2>
{{#A_LAST_BREAK}}<p class="notice">[[The definition has changed since then, so the two answers cannot be compared directly.]]</p>{{/A_LAST_BREAK}}
{{>LAST}}
</section>
{{/A_LAST}}
{{>BESIDE}}
</aside>
<div class="work">
{{#A_READ}}
<section class="card">
<h2>[[The answer]]</h2>
{{>SAVED}}
</section>
{{/A_READ}}
{{#A_NO_ANSWER}}<p>[[Nothing has been saved yet.]]</p>{{/A_NO_ANSWER}}
{{#A_FORM}}
<form method="post" action="{{A_HREF}}" enctype="multipart/form-data" class="answer" id="answer-form" data-owner="{{F_OWNER}}" data-kept="[[What you had typed here and not saved is still in this browser.]]" data-restore="[[Put it back]]" data-drop="[[Throw it away]]" data-offline="[[There is no connection. Nothing was sent; what you typed is kept in this browser. Try again when the line is back.]]" data-reached="[[Level reached]]" data-lift="[[To reach the next level]]">
<div id="kept" role="status"></div>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="base" value="{{F_BASE}}">
{{#F_PERSONAL}}
<fieldset class="choices notice notice-warn" id="confirmed">
<legend>[[Is this data of a person?]]</legend>
<p>[[No victim may be recognised by what stands here. Take these places out of the form, or confirm that nobody can be recognised by them; the confirmation is kept in the audit log.]]</p>
<ul>
{{#F_PLACE}}<li>{{F_PLACE_FIELD}}, {{PLACE_KIND}}: …{{PLACE_BEFORE}}<mark>{{PLACE_TEXT}}</mark>{{PLACE_AFTER}}…</li>
{{/F_PLACE}}
</ul>
<label><input type="checkbox" name="confirmed" value="{{F_CONFIRM}}"> <span>[[I have looked at these places. Nobody can be recognised by them.]]</span></label>
</fieldset>
{{/F_PERSONAL}}
<fieldset class="choices in-row" id="status"{{#WRONG_STATUS}} aria-describedby="status-error"{{/WRONG_STATUS}}>
<legend>[[Status of the answer]]</legend>
{{#WRONG_STATUS}}<p class="field-error" id="status-error">{{WRONG_TEXT}}</p>{{/WRONG_STATUS}}
{{#F_STATUS}}<label><input type="radio" name="status" value="{{F_STATUS_VALUE}}"{{#F_STATUS_CHOSEN}} checked{{/F_STATUS_CHOSEN}}> <span>{{F_STATUS_TITLE}}</span></label>
{{/F_STATUS}}
</fieldset>
<div class="if-reported">
{{#F_LADDER}}
<fieldset class="choices" id="value"{{#WRONG_VALUE}} aria-describedby="value-error"{{/WRONG_VALUE}}>
<legend>[[Level]]</legend>
<p class="hint">[[Tick each criterion that is met. The level is the highest one whose criteria, and those of all levels below it, are met. From level 3 on evidence is needed.]]</p>
{{#WRONG_VALUE}}<p class="field-error" id="value-error">{{WRONG_TEXT}}</p>{{/WRONG_VALUE}}
{{#WRONG_ITEM}}<p class="field-error">{{WRONG_TEXT}}</p>{{/WRONG_ITEM}}
{{#F_STEP}}<div class="level" data-level="{{F_STEP_NUMBER}}" data-title="{{F_STEP_TITLE}}">
{{#F_STEP_CHOICE}}<label><input type="{{F_STEP_KIND}}" name="value" value="{{F_STEP_NUMBER}}"{{#F_STEP_CHOSEN}} checked{{/F_STEP_CHOSEN}}> <span><strong>{{F_STEP_NUMBER}}. {{F_STEP_TITLE}}</strong>{{#F_STEP_NONE}} ([[no criterion is met]]){{/F_STEP_NONE}}</span></label>{{/F_STEP_CHOICE}}
{{#F_STEP_HEAD}}<p><strong>{{F_STEP_NUMBER}}. {{F_STEP_TITLE}}</strong>{{#F_STEP_MET}} <span class="tag tag-good">[[met]]</span>{{/F_STEP_MET}}</p>{{/F_STEP_HEAD}}
{{#F_CRITERION}}<label><input type="checkbox" name="item" value="{{F_CRITERION_CODE}}"{{#F_CRITERION_MET}} checked{{/F_CRITERION_MET}}> <span>{{F_CRITERION_TEXT}}</span></label>
{{/F_CRITERION}}</div>
{{/F_STEP}}
<div id="reached" role="status">{{#F_REACHED}}<p>[[Level reached]]: <strong>{{F_REACHED_TEXT}}</strong></p>{{/F_REACHED}}
{{#F_LIFT}}<p>[[To reach the next level]]:</p><ul>{{#F_LIFT_ROW}}<li>{{F_LIFT_TEXT}}</li>{{/F_LIFT_ROW}}</ul>{{/F_LIFT}}</div>
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
<p class="hint">[[Tick what is met; what is left empty counts as not met.]] <span id="met" role="status">{{F_ITEM_MET}} / {{F_ITEM_TOTAL}}</span></p>
</div>
{{/F_CHECKLIST}}
{{#F_FRACTION}}
<div class="field">
<label for="numerator"><span class="quiet">[[Numerator]]</span> {{F_NUMERATOR_TITLE}}</label>
{{#WRONG_NUMERATOR}}<p class="field-error" id="numerator-error">{{WRONG_TEXT}}</p>{{/WRONG_NUMERATOR}}
<input id="numerator" name="numerator" inputmode="decimal" autocomplete="off" value="{{F_NUMERATOR}}"{{#WRONG_NUMERATOR}} aria-invalid="true" aria-describedby="numerator-error"{{/WRONG_NUMERATOR}}>
</div>
<div class="field">
<label for="denominator"><span class="quiet">[[Denominator]]</span> {{F_DENOMINATOR_TITLE}}</label>
{{#WRONG_DENOMINATOR}}<p class="field-error" id="denominator-error">{{WRONG_TEXT}}</p>{{/WRONG_DENOMINATOR}}
<input id="denominator" name="denominator" inputmode="decimal" autocomplete="off" value="{{F_DENOMINATOR}}"{{#WRONG_DENOMINATOR}} aria-invalid="true" aria-describedby="denominator-error"{{/WRONG_DENOMINATOR}}>
</div>
<p>[[Computed]]: <output id="computed" for="numerator denominator" data-per="{{F_PER}}" data-unit="{{F_UNIT}}"><strong>{{F_COMPUTED}}</strong></output></p>
{{/F_FRACTION}}
{{#F_NUMBER}}
<div class="field">
<label for="value">{{F_NUMBER_TITLE}}</label>
{{#WRONG_VALUE}}<p class="field-error" id="value-error">{{WRONG_TEXT}}</p>{{/WRONG_VALUE}}
<input id="value" name="value" inputmode="decimal" autocomplete="off" value="{{F_VALUE}}"{{#WRONG_VALUE}} aria-invalid="true" aria-describedby="value-error"{{/WRONG_VALUE}}>
</div>
{{/F_NUMBER}}
{{#F_CELLS}}
<fieldset class="choices" id="cell"{{#WRONG_CELL}} aria-describedby="cell-error"{{/WRONG_CELL}}>
<legend>[[Breakdowns of the total]]</legend>
<p class="hint">[[Fill in what is known; each table has to add up to the total. Leave a table empty where the breakdown is not kept. Small figures are hidden from everybody outside your government and the secretariat.]]</p>
{{#WRONG_CELL}}<p class="field-error" id="cell-error">{{WRONG_TEXT}}</p>{{/WRONG_CELL}}
<div class="breakdowns">
{{#F_DIMENSION}}
<table class="breakdown">
<caption>{{F_DIMENSION_TITLE}}</caption>
<tbody>
{{#F_CATEGORY}}<tr><th scope="row"><label for="{{F_CATEGORY_ID}}">{{F_CATEGORY_TITLE}}</label></th><td><input id="{{F_CATEGORY_ID}}" name="cell:{{F_CATEGORY_CELL}}" inputmode="numeric" autocomplete="off" value="{{F_CATEGORY_VALUE}}"{{#F_CATEGORY_WRONG}} aria-invalid="true" aria-describedby="cell-error"{{/F_CATEGORY_WRONG}}></td></tr>
{{/F_CATEGORY}}
</tbody>
<tfoot><tr><th scope="row">[[Sum]]</th><td><output>{{F_SUM}}</output></td></tr></tfoot>
</table>
{{/F_DIMENSION}}
</div>
</fieldset>
{{/F_CELLS}}
</div>
<div class="field if-absent">
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
{{#F_EXPLAIN}}
<div class="field">
<label for="explanation">[[Explain what is unusual]]</label>
<ul class="hint">{{#F_UNUSUAL}}<li>{{F_UNUSUAL_TEXT}}</li>{{/F_UNUSUAL}}</ul>
{{#WRONG_EXPLANATION}}<p class="field-error" id="explanation-error">{{WRONG_TEXT}}</p>{{/WRONG_EXPLANATION}}
<textarea id="explanation" name="explanation" rows="3"{{#WRONG_EXPLANATION}} aria-invalid="true" aria-describedby="explanation-error"{{/WRONG_EXPLANATION}}>
{{F_EXPLANATION:p}}</textarea>
</div>
{{/F_EXPLAIN}}
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
{{#F_EVIDENCE}}<p class="evidence">{{>EVIDENCE}} <span class="tag">{{F_EVIDENCE_SHARE}}</span> <label><input type="checkbox" name="remove" value="{{F_EVIDENCE_ID}}"{{#F_EVIDENCE_REMOVED}} checked{{/F_EVIDENCE_REMOVED}}> <span>[[take away]]</span></label></p>
{{/F_EVIDENCE}}
{{#F_NEW}}<div class="evidence">
<label for="evidence_text{{F_NEW_NUMBER}}">[[Citation (act, article, date) or link (https://…)]]</label>
<input id="evidence_text{{F_NEW_NUMBER}}" name="evidence_text{{F_NEW_NUMBER}}" value="{{F_NEW_TEXT}}" autocomplete="off">
<label><input type="checkbox" name="evidence_share{{F_NEW_NUMBER}}" value="1"{{#F_NEW_SHARED}} checked{{/F_NEW_SHARED}}> <span>[[may be shared with those who may see the answer]]</span></label>
</div>
{{/F_NEW}}
{{#F_FILE}}<div class="evidence" id="file" data-most="{{F_FILE_MOST}}" data-piece="{{F_FILE_PIECE}}" data-large="[[The file is larger than the 20 MB that are taken here.]]" data-sending="[[The file is being sent]]" data-waits="[[The line is broken. It goes on by itself as soon as it is back.]]" data-soon="[[The file is still on its way. The form is sent as soon as it has arrived.]]" data-arrived="[[has arrived and is saved with the form]]" data-stop="[[Do not send the file]]" data-failed="[[The file could not be sent ahead; it goes with the form when you save.]]">
<label for="evidence_file">[[File (PDF, DOCX, XLSX, JPEG or PNG, up to 20 MB)]]</label>
{{#WRONG_FILE}}<p class="field-error" id="evidence_file-error"><bdi>{{WRONG_TEXT}}</bdi></p>{{/WRONG_FILE}}
<input type="file" id="evidence_file" name="evidence_file" accept="{{F_FILE_ACCEPT}}"{{#WRONG_FILE}} aria-invalid="true" aria-describedby="evidence_file-error"{{/WRONG_FILE}}>
<div id="file-way" role="status">{{#F_UPLOAD}}<label><input type="checkbox" name="evidence_upload" value="{{F_UPLOAD_ID}}" checked> <span><bdi>{{F_UPLOAD_NAME}}</bdi> ({{F_UPLOAD_WORDS}}) [[has arrived and is saved with the form]]</span></label>{{/F_UPLOAD}}</div>
<label><input type="checkbox" name="evidence_file_share" value="1"{{#F_FILE_SHARED}} checked{{/F_FILE_SHARED}}> <span>[[may be shared with those who may see the answer]]</span></label>
</div>
{{/F_FILE}}
<p class="hint">[[Evidence is seen by your government and the secretariat, unless it may be shared. More fields appear after saving.]]</p>
</fieldset>
{{#F_MAY_SAVE}}
<div class="actions">
<button type="submit" name="do" value="save" class="second">[[Save draft]]</button>
{{#F_HAS_NEXT}}<button type="submit" name="do" value="next" class="second">[[Save draft and go to the next]]</button>
{{/F_HAS_NEXT}}<button type="submit" name="do" value="submit">[[Submit for clearing]]</button>
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
{{#F_WAITS}}<input type="hidden" name="waits" value="1">
{{/F_WAITS}}<fieldset class="choices" id="audience"{{#WRONG_AUDIENCE}} aria-describedby="audience-error"{{/WRONG_AUDIENCE}}>
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
</div>
</div>
{{>THREAD}}
{{>HISTORY}}
<p><a href="{{A_HREF}}/history">[[Every revision, and what differs]]</a></p>
<nav class="steps" aria-label="[[Indicators]]">
{{#A_PREVIOUS}}<a href="{{A_PREVIOUS_HREF}}" rel="prev">← {{A_PREVIOUS_CODE}}</a>{{/A_PREVIOUS}}
<a href="{{LIST_HREF}}">[[All indicators]]</a>
{{#A_TODO}}<a href="{{A_TODO_HREF}}">{{A_TODO_TEXT}}</a>{{/A_TODO}}
{{#A_NEXT}}<a href="{{A_NEXT_HREF}}" rel="next">{{A_NEXT_CODE}} →</a>{{/A_NEXT}}
</nav>
