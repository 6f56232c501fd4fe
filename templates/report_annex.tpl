{{%AUTOESCAPE context="HTML"}}
<section class="chapter">
{{#CLEARED_HERE}}<h2 id="report-annex">[[Annex: what each government cleared]]</h2>
<p>[[Every answer as its government cleared it for these readers, in the order of the catalogue.]]</p>
{{/CLEARED_HERE}}{{#SOURCE_LINE}}<h2 id="report-annex">[[Annex: what each government reported]]</h2>
<p>[[Every answer as this source published it, in the order of the catalogue:]] {{TEXT}}.</p>
{{/SOURCE_LINE}}{{#COUNTRY}}
<section class="part">
<h3 id="country-{{CODE}}">{{TITLE}}</h3>
<p>[[reported]] {{REPORTED}} · [[not available]] {{NOT_AVAILABLE}} · [[not applicable]] {{NOT_APPLICABLE}} · {{NO_ANSWER}} {{NONE}} · [[asked]] {{EXPECTED}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="{{TITLE}}">
<table class="sheet annex">
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col">[[Answer]]</th><th scope="col">[[Score]]</th></tr></thead>
<tbody>
{{#ANSWER}}<tr><th scope="row"><span class="code">{{CODE}}</span> {{TITLE}}</th><td>{{#VALUE_GIVEN}}<b>{{VALUE}}</b>{{#FRACTION}} <small>{{TEXT}}</small>{{/FRACTION}}{{/VALUE_GIVEN}}{{#VALUE_NONE}}<span class="none">{{TEXT}}</span>{{/VALUE_NONE}}{{#NOTE_LINE}}<p class="note">{{LABEL}}: {{TEXT}}</p>{{/NOTE_LINE}}</td>{{>REPORT_CELL}}</tr>
{{/ANSWER}}</tbody>
</table>
</div>
</section>
{{/COUNTRY}}
</section>
