{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><span aria-current="page">{{PAGE_TITLE}}</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">[[Every figure of these pages can be taken away: as a table for a spreadsheet, as data for statistical tools, as an answer for a program. The files hold exactly what the pages of this audience show.]]</p>
<section id="formats"><h2>[[Formats]]</h2>
<p>[[The links at the foot of each page lead to its figures. Their address is the page’s own with an ending; a page whose address ends in a slash is called “index”.]]</p>
<div class="scroll" tabindex="0" role="region" aria-label="[[Formats]]"><table class="data stack">
<caption class="visually-hidden">[[Formats]]</caption>
<thead><tr><th scope="col">[[Format]]</th><th scope="col">[[For whom]]</th><th scope="col">[[What it holds]]</th><th scope="col">[[Example]]</th></tr></thead>
<tbody>
<tr><th scope="row">[[Excel (XLSX)]]</th><td data-label="[[For whom]]">[[People with a spreadsheet]]</td><td data-label="[[What it holds]]">[[All tables of the page, a sheet each, with headings in your language, titles beside the codes, and a sheet that explains them.]]</td><td data-label="[[Example]]"><a href="{{PREFIX}}/{{FRAMEWORK}}/index.xlsx"><code>/{{FRAMEWORK}}/index.xlsx</code></a></td></tr>
<tr><th scope="row">CSV</th><td data-label="[[For whom]]">[[People, R, Python, Stata]]</td><td data-label="[[What it holds]]">[[The first table of the page. UTF-8, commas, a decimal point, all digits. A text that a spreadsheet could take for a formula has an apostrophe before it.]]</td><td data-label="[[Example]]"><a href="{{PREFIX}}/{{FRAMEWORK}}/index.csv"><code>/{{FRAMEWORK}}/index.csv</code></a></td></tr>
<tr><th scope="row">CSVW</th><td data-label="[[For whom]]">[[Tools that read descriptions]]</td><td data-label="[[What it holds]]">[[What each column of the CSV means, its type and its key, as the W3C’s CSV on the Web has it. The CSV links to it.]]</td><td data-label="[[Example]]"><a href="{{PREFIX}}/{{FRAMEWORK}}/index.csv-metadata.json"><code>/{{FRAMEWORK}}/index.csv-metadata.json</code></a></td></tr>
<tr><th scope="row">JSON</th><td data-label="[[For whom]]">[[Programs]]</td><td data-label="[[What it holds]]">[[All tables of the page, with the run, the source and the terms. What is missing is null.]]</td><td data-label="[[Example]]"><a href="{{PREFIX}}/{{FRAMEWORK}}/index.json"><code>/{{FRAMEWORK}}/index.json</code></a></td></tr>
<tr><th scope="row">ZIP</th><td data-label="[[For whom]]">[[Archives and statisticians]]</td><td data-label="[[What it holds]]">[[All tables of one release as it stood, texts unchanged, with descriptions, a list of the codes and checksums. Always the same bytes.]]</td><td data-label="[[Example]]">[[below]]</td></tr>
</tbody></table></div></section>
<section id="frameworks"><h2>[[Everything of a framework]]</h2>
<ul class="cards">
{{#FRAMEWORK_ITEM}}<li class="card"><h3><a href="{{PREFIX}}/{{CODE}}/">{{TITLE}}</a></h3>
<ul>
<li>[[All answers:]] <a href="{{PREFIX}}/{{CODE}}/answers.csv">CSV</a> · <a href="{{PREFIX}}/{{CODE}}/answers.xlsx">XLSX</a> · <a href="{{PREFIX}}/{{CODE}}/answers.json">JSON</a></li>
<li>[[All regional figures:]] <a href="{{PREFIX}}/{{CODE}}/regional.csv">CSV</a> · <a href="{{PREFIX}}/{{CODE}}/regional.xlsx">XLSX</a> · <a href="{{PREFIX}}/{{CODE}}/regional.json">JSON</a></li>
<li>[[All breakdowns:]] <a href="{{PREFIX}}/{{CODE}}/cells.csv">CSV</a> · <a href="{{PREFIX}}/{{CODE}}/cells.xlsx">XLSX</a> · <a href="{{PREFIX}}/{{CODE}}/cells.json">JSON</a></li>
<li>[[Coverage:]] <a href="{{PREFIX}}/{{CODE}}/coverage.csv">CSV</a> · <a href="{{PREFIX}}/{{CODE}}/coverage.xlsx">XLSX</a> · <a href="{{PREFIX}}/{{CODE}}/coverage.json">JSON</a></li>
<li>[[Checklists, item by item:]] <a href="{{PREFIX}}/{{CODE}}/items.csv">CSV</a> · <a href="{{PREFIX}}/{{CODE}}/items.xlsx">XLSX</a> · <a href="{{PREFIX}}/{{CODE}}/items.json">JSON</a></li>
<li>[[Indicators:]] <a href="{{PREFIX}}/{{CODE}}/indicators/index.csv">CSV</a> · <a href="{{PREFIX}}/{{CODE}}/indicators/index.xlsx">XLSX</a> · <a href="{{PREFIX}}/{{CODE}}/indicators/index.json">JSON</a></li>
<li>[[Progress of official SDG series:]] <a href="{{PREFIX}}/{{CODE}}/sdg.csv">CSV</a> · <a href="{{PREFIX}}/{{CODE}}/sdg.xlsx">XLSX</a> · <a href="{{PREFIX}}/{{CODE}}/sdg.json">JSON</a></li>
{{#NEWEST}}<li>[[Newest release:]] <a href="{{HREF}}">{{TITLE}}</a>, <a href="{{HREF}}.zip">ZIP</a></li>
{{/NEWEST}}<li><a href="{{PREFIX}}/{{CODE}}/releases/">[[All releases]]</a></li>
</ul></li>
{{/FRAMEWORK_ITEM}}
</ul></section>
<section id="cells"><h2>[[What cells mean]]</h2>
<p>[[Suppressed, zero, missing and not applicable are four different things, in every format.]]</p>
<dl class="facts">
<dt>[[Empty cell]]</dt><dd>[[There is no figure: it was not reported, does not apply to this row, or may not be given. The column of the status says which. It is never 0.]]</dd>
<dt>0</dt><dd>[[A reported zero. A zero is always written as 0.]]</dd>
<dt>[[suppressed]]</dt><dd>[[There is a number, but it is so small, or would give away one so small, that a person could be recognised. It is kept back from every audience.]]</dd>
<dt>[[withheld]]</dt><dd>[[A regional figure over too few governments, or a whole breakdown that cannot be protected otherwise.]]</dd>
<dt>[[not available]]</dt><dd>[[The government says that the figure does not exist, and why.]]</dd>
<dt>[[not applicable]]</dt><dd>[[The question does not apply to the government, and it says why.]]</dd>
<dt>[[no row]]</dt><dd>[[The government gave no answer, or none that it cleared for this audience.]]</dd>
</dl>
<p><a href="{{PREFIX}}/methods#disclosure">[[What is never shown]]</a> · <a href="{{PREFIX}}/methods">[[How the figures are computed]]</a></p></section>
<section id="programs"><h2>[[For programs]]</h2>
<p>[[The API is these same addresses: there is one address for each figure, whoever reads it. All of them, with parameters, columns and errors, are described by an OpenAPI 3.1 document:]] <a href="{{PREFIX}}/api/v1/openapi.json"><code>{{PREFIX}}/api/v1/openapi.json</code></a></p>
<ul>
<li>[[Within version 1 addresses and columns stay; columns may be added at the end.]]</li>
<li>[[No key and no registration for public figures; the addresses for donors and members ask for the session of a signed-in browser.]]</li>
<li>[[An answer changes only when the scheduled job has run. ETag and Last-Modified tell: ask with If-None-Match or If-Modified-Since, and 304 says that nothing is new.]]</li>
<li>[[A mistake is answered with a problem document (RFC 9457) that names it and what there is. An unknown parameter is refused, never ignored.]]</li>
<li>[[Titles come in the language of ?lang= or Accept-Language; codes, columns and numbers are the same in each.]]</li>
<li><a href="{{PREFIX}}/releases.atom">[[A feed tells of new releases]]</a></li>
</ul></section>
<section id="sdmx"><h2>SDMX</h2>
<p>[[The same figures by the SDMX REST interface 2.x, for tools that speak it; it begins at]] <code>{{PREFIX}}/sdmx/v2</code>. [[The format is chosen by the Accept header, or by format=csv, json or xml in the address.]]</p>
<dl class="facts">
<dt><a href="{{PREFIX}}/sdmx/v2/structure/dataflow?format=xml"><code>/structure/dataflow</code></a></dt><dd>[[Which dataflows there are: answers, breakdowns, regional figures, scores of domains, checklists by item, coverage and compliance of each framework; the official series and their progress.]]</dd>
<dt><a href="{{PREFIX}}/sdmx/v2/structure/datastructure/ALMATY/OFFICIAL/1.0?references=children&amp;format=xml"><code>/structure/datastructure/…?references=children</code></a></dt><dd>[[What the observations of one consist of, with its codelists and concepts.]]</dd>
<dt><a href="{{PREFIX}}/sdmx/v2/availability/dataflow/ALMATY/OFFICIAL/1.0?format=json"><code>/availability/dataflow/ALMATY/OFFICIAL/1.0</code></a></dt><dd>[[Which codes and years there are observations for.]]</dd>
<dt><a href="{{PREFIX}}/sdmx/v2/data/dataflow/ALMATY/OFFICIAL/1.0/*?c%5BTIME_PERIOD%5D=ge:2015&amp;format=csv&amp;labels=both"><code>/data/dataflow/ALMATY/OFFICIAL/1.0/*?c[TIME_PERIOD]=ge:2015&amp;format=csv&amp;labels=both</code></a></dt><dd>[[Observations, chosen by a key, by conditions on any component, and by time; here since 2015, as CSV with names.]]</dd>
</dl>
<p>[[OBS_STATUS and CONF_STATUS say why there is no figure: Q with C is suppressed, Q with N withheld, O missing, L not available, M not applicable.]]</p></section>
<section id="terms"><h2>[[Terms]]</h2>
<p>[[Official series are from the UN SDG Global Database of the United Nations Statistics Division, CC BY 4.0.]]</p>
<ul>{{#FRAMEWORK_ITEM}}<li>{{TITLE}}: {{#CLEARED_HERE}}[[answers are published as each government cleared them for this audience.]]{{/CLEARED_HERE}}{{#SOURCE_LINE}}[[answers are those that this source published:]] {{TEXT}}.{{/SOURCE_LINE}}</li>
{{/FRAMEWORK_ITEM}}</ul>
<p>[[To cite a figure name Almaty Monitor, the framework, the period and release, and the run, which stands in each file and at the foot of each page.]]</p></section>
