{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><a href="{{LIST_HREF}}workbook">[[Workbook]]</a><span aria-current="page">[[Preview]]</span></nav>
<h1>[[What the workbook would change]]</h1>
{{#W_PROBLEM}}<p class="notice notice-bad" role="alert">{{W_PROBLEM_TEXT}}</p>{{/W_PROBLEM}}
<p class="lead">{{W_SUMMARY}} <strong>[[Nothing is saved yet.]]</strong></p>
{{#W_SAME}}<p class="notice">[[The workbook says what is already saved here: there is nothing to take over.]] <a href="{{LIST_HREF}}">[[Back to the questionnaire]]</a></p>{{/W_SAME}}
{{#W_MISTAKES}}
<section class="notice notice-bad" aria-labelledby="mistakes">
<h2 id="mistakes">{{W_MISTAKES_TITLE}}</h2>
<p>[[Mend this in the workbook and send it again; until then nothing of it can be saved.]]</p>
<ul>
{{#W_MISTAKE}}<li><strong>{{W_CODE}}</strong>{{#W_MISTAKE_CELL}}, {{W_CELL_TITLE}} ({{W_PLACE}}){{#W_MISTAKE_TYPED}}: “{{W_TYPED}}”{{/W_MISTAKE_TYPED}}{{/W_MISTAKE_CELL}} — {{W_WHY}}</li>
{{/W_MISTAKE}}
</ul>
<p><a class="button" href="{{LIST_HREF}}workbook">[[Send the mended workbook]]</a></p>
</section>
{{/W_MISTAKES}}
<form method="post" action="{{W_HREF}}">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="plan" value="{{W_PLAN}}">
{{#W_CONFLICTS}}
<h2>[[Changed here since the workbook was made]]</h2>
<p>[[These answers are left as they are now, unless you tick that yours goes over them. What only the other one wrote stays in any case, and the history keeps everything.]]</p>
{{#W_CONFLICT}}
<section class="card" aria-labelledby="c-{{W_CODE}}">
<h3 id="c-{{W_CODE}}"><a href="{{LIST_HREF}}{{W_CODE}}"><span class="code">{{W_CODE}}</span> {{W_TITLE}}</a></h3>
<p class="hint">{{W_WHO}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="{{W_CODE}}">
<table class="data stack">
<thead><tr><th scope="col">[[What]]</th><th scope="col">[[Saved now]]</th><th scope="col">[[In the workbook]]</th></tr></thead>
<tbody>
{{#W_CELL}}<tr><th scope="row">{{W_CELL_TITLE}}</th><td class="prose" data-label="[[Saved now]]">{{W_NOW:p}}</td><td class="prose" data-label="[[In the workbook]]">{{W_TO:p}}</td></tr>
{{/W_CELL}}
</tbody>
</table>
</div>
<p><label><input type="checkbox" name="mine" value="{{W_CODE}}"{{#W_MINE}} checked{{/W_MINE}}> <span>[[Save what the workbook says over it]]</span></label></p>
</section>
{{/W_CONFLICT}}
{{/W_CONFLICTS}}
{{#W_PERSONAL}}
<fieldset class="choices notice notice-warn" id="confirmed">
<legend>[[Is this data of a person?]]</legend>
<p>[[No victim may be recognised by what stands here. Take these places out of the workbook, or confirm that nobody can be recognised by them; the confirmation is kept in the audit log.]]</p>
<ul>
{{#W_MARK}}<li><strong>{{W_CODE}}</strong>, {{PLACE_KIND}}: …{{PLACE_BEFORE}}<mark>{{PLACE_TEXT}}</mark>{{PLACE_AFTER}}…</li>
{{/W_MARK}}
</ul>
<label><input type="checkbox" name="confirmed" value="1"{{#W_CONFIRMED}} checked{{/W_CONFIRMED}}> <span>[[I have looked at these places. Nobody can be recognised by them.]]</span></label>
</fieldset>
{{/W_PERSONAL}}
{{#W_DOMAIN}}
<h2>{{W_DOMAIN_TITLE}}</h2>
{{#W_ANSWER}}
<section class="card" aria-labelledby="a-{{W_CODE}}">
<h3 id="a-{{W_CODE}}"><a href="{{LIST_HREF}}{{W_CODE}}"><span class="code">{{W_CODE}}</span> {{W_TITLE}}</a></h3>
<div class="scroll" tabindex="0" role="region" aria-label="{{W_CODE}}">
<table class="data stack">
<thead><tr><th scope="col">[[What]]</th><th scope="col">[[Before]]</th><th scope="col">[[After]]</th></tr></thead>
<tbody>
{{#W_CELL}}<tr><th scope="row">{{W_CELL_TITLE}}</th><td class="prose" data-label="[[Before]]">{{W_FROM:p}}</td><td class="prose" data-label="[[After]]">{{W_TO:p}}</td></tr>
{{/W_CELL}}
</tbody>
</table>
</div>
{{#W_OPEN}}<p class="hint">[[Before it can be submitted]]: {{W_OPEN_TEXT}}</p>{{/W_OPEN}}
</section>
{{/W_ANSWER}}
{{/W_DOMAIN}}
{{#W_SAVE}}<div class="actions"><button type="submit">{{W_SAVE_TEXT}}</button> <a href="{{LIST_HREF}}workbook">[[Save nothing]]</a></div>{{/W_SAVE}}
</form>
