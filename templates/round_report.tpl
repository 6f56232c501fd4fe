{{%AUTOESCAPE context="HTML"}}
<section class="card" id="report">
<h2>[[Report]]</h2>
<p>[[The report of this round as PDF and as a web page in one file, with the figures of the last release. It is made in the background, within a minute or two; this page then offers it.]]</p>
{{#REPORT_NOT_YET}}<p class="hint">[[It can be made after the first release.]]</p>{{/REPORT_NOT_YET}}
{{#REPORT_FORM}}
<p>[[To read on the site:]] <a href="{{PUBLIC_HREF}}">[[for everybody]]</a>, <a href="{{MEMBERS_HREF}}">[[for members]]</a>.</p>
<form method="post" action="{{HREF}}" class="inline">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field"><label for="report-audience">[[For whom]]</label><select id="report-audience" name="audience">{{#AUDIENCE_OPTION}}<option value="{{CODE}}">{{LABEL}}</option>{{/AUDIENCE_OPTION}}</select></div>
<div class="field"><label for="report-lang">[[In which language]]</label><select id="report-lang" name="lang">{{#LANGUAGE_OPTION}}<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/LANGUAGE_OPTION}}</select></div>
<button type="submit">[[Make the report]]</button>
</form>
{{/REPORT_FORM}}
{{#REPORT_TABLE}}
<table class="data stack">
<thead><tr><th scope="col">[[Readers]]</th><th scope="col">[[Language]]</th><th scope="col">[[State]]</th><th scope="col">[[File]]</th></tr></thead>
<tbody>
{{#REPORT_ROW}}<tr><th scope="row">{{TITLE}}</th><td data-label="[[Language]]">{{LANGUAGE_NAME}}</td><td data-label="[[State]]">{{R_STATE}}, {{R_SINCE}}{{#REPORT_PROBLEM}}<br><span class="field-error">{{TEXT}}</span>{{/REPORT_PROBLEM}}<br><span class="quiet">{{R_ASKED}}</span></td><td data-label="[[File]]">{{#REPORT_FILE}}<a href="{{HREF}}" aria-label="{{TEXT}}">{{LABEL}}</a> {{/REPORT_FILE}}{{#REPORT_OLDER}}<span class="quiet">{{TEXT}}</span>{{/REPORT_OLDER}}</td></tr>
{{/REPORT_ROW}}
</tbody>
</table>
{{#REPORT_PENDING}}<p class="hint">[[Reload the page to see whether it is ready.]]</p>{{/REPORT_PENDING}}
<p class="hint">[[The reports for donors and members hold figures that are not public: pass them on to those readers only.]]</p>
{{/REPORT_TABLE}}
</section>
