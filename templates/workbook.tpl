{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><span aria-current="page">[[Workbook]]</span></nav>
<h1>[[The questionnaire as a workbook]]</h1>
{{#W_SAVED}}<div class="notice notice-good" role="status"><p><strong>{{W_SAVED_TEXT}}</strong> [[They are drafts now; submitting is a step of its own.]]</p><p><a class="button" href="{{LIST_HREF}}submit">[[Submit what is complete]]</a> <a href="{{LIST_HREF}}">[[Back to the questionnaire]]</a></p></div>{{/W_SAVED}}
{{#W_NOTHING}}<p class="notice" role="status">[[Nothing was saved: none of the answers was taken over.]]</p>{{/W_NOTHING}}
{{#W_PROBLEM}}<div class="notice notice-bad" role="alert"><p><strong>[[The file was not taken. Nothing was changed.]]</strong></p><p>{{W_PROBLEM_TEXT}}</p></div>{{/W_PROBLEM}}
<p class="lead">[[All indicators of the round in one Excel workbook, with your present answers in it: fill it in without a line, alone or with colleagues, and send it in here. Before anything is saved you see what would change.]]</p>
<h2>[[1. Download]]</h2>
<p class="actions"><a class="button" href="{{LIST_HREF}}workbook.xlsx">[[Excel workbook (.xlsx)]]</a> <a class="button second" href="{{LIST_HREF}}workbook.csv">[[CSV]]</a></p>
<p class="hint">[[The workbook opens in Excel and in LibreOffice. One sheet for each domain, lists to choose from, the criteria beside each level. The CSV has the same rows without the comfort.]]</p>
<h2>[[2. Fill in]]</h2>
<ul>
<li>[[Type into the yellow cells only. Leave rows, sheets and headings where they are, and write no formulas.]]</li>
<li>[[An empty cell is no answer, not 0. Where nothing is known choose “not available” and say why.]]</li>
<li>[[No names or other personal data of victims.]]</li>
</ul>
{{#W_FORM}}
<h2>[[3. Send in]]</h2>
<form method="post" action="{{W_HREF}}" enctype="multipart/form-data" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field">
<label for="file">[[The filled-in workbook (.xlsx) or CSV, at most 10 MB]]</label>
<input id="file" name="file" type="file" accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" required{{#W_WRONG}} aria-invalid="true" aria-describedby="file-error"{{/W_WRONG}}>
{{#W_WRONG}}<p class="field-error" id="file-error">{{W_WRONG_TEXT}}</p>{{/W_WRONG}}
</div>
<div class="actions"><button type="submit">[[Show what would change]]</button></div>
</form>
{{/W_FORM}}
{{#W_READ_ONLY}}<p class="notice">[[Only a focal point or deputy can send a filled-in workbook.]]</p>{{/W_READ_ONLY}}
