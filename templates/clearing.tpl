{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><span aria-current="page">[[Clearing]]</span></nav>
<h1>[[Clearing]]</h1>
<p class="lead">{{CL_COUNT}}</p>
<p class="hint">[[You see what differs from what was cleared last, or from the last round's accepted answer. Clear each answer for its audience, or return it with a reason; the others are not touched.]] <a href="{{CL_RECORD_HREF}}">[[Record of what was cleared]]</a></p>
{{#CL_PROBLEM}}<div class="notice notice-bad" role="alert"><p>{{CL_PROBLEM_TEXT}}{{#CL_PROBLEM_AT}} <a href="#answer-{{CL_PROBLEM_CODE}}">[[To the answer]]</a>{{/CL_PROBLEM_AT}}</p></div>{{/CL_PROBLEM}}
{{#CL_NONE}}<p>[[No answer is waiting for clearing.]]</p>{{/CL_NONE}}
{{#CL_TABS}}<nav class="tabs" aria-label="[[Domains]]"><a href="{{CL_HREF}}"{{#CL_TAB_ALL}} aria-current="page"{{/CL_TAB_ALL}}>[[All domains]]</a>
{{#CL_TAB}}<a href="{{CL_TAB_HREF}}"{{#CL_TAB_HERE}} aria-current="page"{{/CL_TAB_HERE}}>{{CL_TAB_TITLE}} ({{CL_TAB_COUNT}})</a>
{{/CL_TAB}}</nav>{{/CL_TABS}}
{{#CL_SAME}}
<form method="post" action="{{CL_HREF}}" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="domain" value="{{CL_DOMAIN}}">
<h2>{{CL_SAME_TITLE}}</h2>
<p>[[Content and evidence are the same as when they were cleared last, or as in the last round's accepted answer. Each keeps the audience it had then.]]</p>
<ul class="plain">
{{#CL_SAME_ROW}}<li><input type="hidden" name="same" value="{{CL_SAME_STEP}}"><a href="#answer-{{CL_SAME_CODE}}"><span class="code">{{CL_SAME_CODE}}</span></a> {{CL_SAME_VALUE}} · <span class="quiet">[[for]]: {{CL_SAME_AUDIENCE}}</span></li>
{{/CL_SAME_ROW}}</ul>
<div class="actions"><button type="submit" name="do" value="unchanged">[[Clear all that are unchanged]]</button></div>
</form>
{{/CL_SAME}}
{{#CL_ROW}}
{{#CL_GROUP}}<h2>{{CL_GROUP_TITLE}}</h2>{{/CL_GROUP}}
<section class="card" id="answer-{{CL_CODE}}" aria-labelledby="title-{{CL_CODE}}">
<h3 id="title-{{CL_CODE}}"><a href="{{CL_ROW_HREF}}"><span class="code">{{CL_CODE}}</span> {{CL_TITLE}}</a></h3>
<p>{{#CL_VALUE_ROW}}<strong>{{CL_VALUE}}</strong> {{/CL_VALUE_ROW}}{{#CL_IS_NEW}}<span class="tag tag-warn">[[new]]</span>{{/CL_IS_NEW}}{{#CL_IS_SAME}}<span class="tag tag-good">[[unchanged]]</span>{{/CL_IS_SAME}}{{#CL_IS_CHANGED}}<span class="tag tag-bad">[[changed]]</span>{{/CL_IS_CHANGED}}
<span class="quiet">{{CL_LAST}}</span> · <a href="{{CL_ROW_HREF}}/history">[[History]]<span class="visually-hidden"> {{CL_CODE}}</span></a></p>
{{#CL_UNUSUAL}}<div class="notice notice-warn"><p><strong>[[Unusual]]</strong></p><ul>{{#CL_FINDING}}<li>{{CL_FINDING_TEXT}}</li>{{/CL_FINDING}}</ul></div>{{/CL_UNUSUAL}}
{{#CL_EXPLAINED}}<p class="prose"><strong>[[Explanation given]]:</strong> {{CL_EXPLANATION:p}}</p>{{/CL_EXPLAINED}}
{{#CL_BREAK}}<p class="notice">[[The definition has changed since then, so the two answers cannot be compared directly.]]</p>{{/CL_BREAK}}
{{#CL_CHANGES}}<p class="quiet">{{CL_SINCE}}</p>
{{>DIFF}}{{/CL_CHANGES}}
{{#CL_NEW}}{{>VIEW}}{{/CL_NEW}}
<form method="post" action="{{CL_HREF}}" class="inline">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="domain" value="{{CL_DOMAIN}}"><input type="hidden" name="answer" value="{{CL_STEP}}">
<div class="field"><label for="audience-{{CL_CODE}}">[[Who may see it]]</label>
<select id="audience-{{CL_CODE}}" name="audience">{{#CL_AUDIENCE}}<option value="{{CL_AUDIENCE_VALUE}}"{{#CL_AUDIENCE_CHOSEN}} selected{{/CL_AUDIENCE_CHOSEN}}>{{CL_AUDIENCE_TITLE}}</option>{{/CL_AUDIENCE}}</select></div>
<button type="submit" name="do" value="clear">[[Clear]]<span class="visually-hidden"> {{CL_CODE}}</span></button>
<label class="tick"><input type="checkbox" form="chosen" name="answer" value="{{CL_STEP}}"{{#CL_CHOSEN}} checked{{/CL_CHOSEN}}> [[Choose]]<span class="visually-hidden"> {{CL_CODE}}</span></label>
</form>
<details{{#CL_RETURN}} open{{/CL_RETURN}}><summary>[[Return for correction]]<span class="visually-hidden"> {{CL_CODE}}</span></summary>
<form method="post" action="{{CL_HREF}}">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="domain" value="{{CL_DOMAIN}}"><input type="hidden" name="answer" value="{{CL_STEP}}">
<div class="field"><label for="why-{{CL_CODE}}">[[Why? The focal point reads this.]]</label>
{{#CL_RETURN}}{{#CL_RETURN_PROBLEM}}<p class="field-error" id="why-error-{{CL_CODE}}">{{CL_RETURN_PROBLEM_TEXT}}</p>{{/CL_RETURN_PROBLEM}}{{/CL_RETURN}}
<textarea id="why-{{CL_CODE}}" name="why" rows="3"{{#CL_RETURN}}{{#CL_RETURN_PROBLEM}} aria-invalid="true" aria-describedby="why-error-{{CL_CODE}}"{{/CL_RETURN_PROBLEM}}{{/CL_RETURN}}>
{{#CL_RETURN}}{{CL_RETURN_WHY:p}}{{/CL_RETURN}}</textarea></div>
<div class="actions"><button type="submit" name="do" value="return" class="second">[[Return]]<span class="visually-hidden"> {{CL_CODE}}</span></button></div>
</form></details>
</section>
{{/CL_ROW}}
{{#CL_FORM}}
<form method="post" action="{{CL_HREF}}" id="chosen" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="domain" value="{{CL_DOMAIN}}">
<h2>[[Clear several together]]</h2>
<p class="hint">[[Tick “Choose” at each answer that is meant.]]</p>
<fieldset class="choices">
<legend>[[Who may see these answers once they are released?]]</legend>
{{#F_AUDIENCE}}<label><input type="radio" name="audience" value="{{F_AUDIENCE_VALUE}}"{{#F_AUDIENCE_CHOSEN}} checked{{/F_AUDIENCE_CHOSEN}}> <span><strong>{{F_AUDIENCE_TITLE}}</strong>: {{F_AUDIENCE_WORDS}}</span></label>
{{/F_AUDIENCE}}
</fieldset>
<div class="actions"><button type="submit" name="do" value="chosen">[[Clear the chosen answers]]</button></div>
</form>
{{/CL_FORM}}
