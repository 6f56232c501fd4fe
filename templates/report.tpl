{{%AUTOESCAPE context="HTML"}}
{{#ON_SITE}}
<div class="report-site">
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a>{{#COVER}}<span aria-current="page">[[Regional report]]</span>{{/COVER}}{{#CONTINUED}}<a href="{{REGION_HREF}}">[[Regional report]]</a><span aria-current="page">[[SDG targets, methods, annex]]</span>{{/CONTINUED}}</nav>
{{>PERIODS}}
<p class="hint">[[To keep the report: print its two pages; the secretariat has both in one PDF.]]</p>
</div>
{{/ON_SITE}}
<article class="report {{SHAPE}}">
<header class="cover{{#CONTINUED}} continued{{/CONTINUED}}">
<div class="cover-title">
<p class="cover-name">[[Almaty Monitor]]</p>
<h1>{{FRAMEWORK_TITLE}}: [[regional report]], {{PERIOD}}{{#CONTINUED}}<br><small>[[SDG targets, methods, annex]]</small>{{/CONTINUED}}</h1>
<p class="cover-for">{{#FOR_PUBLIC}}[[Public figures]]{{/FOR_PUBLIC}}{{#FOR_DONORS}}{{#CLEARED_HERE}}[[For donors: with figures that their governments cleared for donors and members only. Not to be passed on.]]{{/CLEARED_HERE}}{{#SOURCE_LINE}}[[For donors.]]{{/SOURCE_LINE}}{{/FOR_DONORS}}{{#FOR_MEMBERS}}{{#CLEARED_HERE}}[[For members: with figures that their governments cleared for members only. Not to be passed on.]]{{/CLEARED_HERE}}{{#SOURCE_LINE}}[[For members.]]{{/SOURCE_LINE}}{{/FOR_MEMBERS}}</p>
</div>
{{#COVER}}<dl class="cover-facts">
<div><dt>[[Governments asked]]</dt><dd>{{PARTICIPANTS}}</dd></div>
<div><dt>[[Released]]</dt><dd>{{RELEASED}}, [[release]] {{RELEASE_NUMBER}}{{#RELEASE_NAME}}: {{TEXT}}{{/RELEASE_NAME}}</dd></div>
<div><dt>[[Computed]]</dt><dd>{{MADE_AT}}</dd></div>
<div><dt>[[Run]]</dt><dd>{{RUN}}</dd></div>
</dl>
<p class="cover-note">{{#CLEARED_HERE}}[[Every figure of this report is one that its government cleared for these readers, or is computed from such figures.]]{{/CLEARED_HERE}}{{#SOURCE_LINE}}[[The answers are the governments’ own, as published by this source:]] {{TEXT}}.{{/SOURCE_LINE}} [[Governments stand in alphabetical order; nobody is ranked.]]</p>{{/COVER}}
</header>
<nav class="contents" aria-labelledby="report-contents">
<h2 id="report-contents">[[Contents]]</h2>
<ol>
<li><a href="{{REGION_HREF}}#report-summary">1. [[Summary]]</a></li>
<li><a href="{{REGION_HREF}}#report-domains">2. [[Domain by domain]]</a>
<ol>{{#DOMAIN_ENTRY}}<li><a href="{{REGION_HREF}}#domain-{{CODE}}">{{TITLE}}</a></li>{{/DOMAIN_ENTRY}}</ol></li>
<li><a href="{{REGION_HREF}}#report-trends">3. [[Trends]]</a></li>
<li><a href="{{ANNEX_HREF}}#report-sdg">4. [[SDG targets]]</a></li>
<li><a href="{{ANNEX_HREF}}#report-methods">5. [[Methods and sources]]</a></li>
<li><a href="{{ANNEX_HREF}}#report-annex">{{#CLEARED_HERE}}[[Annex: what each government cleared]]{{/CLEARED_HERE}}{{#SOURCE_LINE}}[[Annex: what each government reported]]{{/SOURCE_LINE}}</a>
<ol>{{#COUNTRY_ENTRY}}<li><a href="{{ANNEX_HREF}}#country-{{CODE}}">{{TITLE}}</a></li>{{/COUNTRY_ENTRY}}</ol></li>
</ol>
</nav>
{{>REPORT_SUMMARY}}
{{>REPORT_DOMAINS}}
{{>REPORT_TRENDS}}
{{>REPORT_SDG}}
{{>REPORT_METHODS}}
{{>REPORT_ANNEX}}
{{#NEXT}}<p class="next"><a rel="next" href="{{ANNEX_HREF}}">[[Continued: SDG targets, methods, and every answer of each government]]</a></p>
{{/NEXT}}</article>
