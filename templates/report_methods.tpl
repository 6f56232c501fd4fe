{{%AUTOESCAPE context="HTML"}}
<section class="chapter">
<h2 id="report-methods">5. [[Methods and sources]]</h2>
{{#REMARK}}<p>{{TEXT}}</p>{{/REMARK}}
<dl class="pairs"><dt>[[Run]]</dt><dd>{{RUN}}, {{MADE_AT}}</dd><dt>[[Method versions]]</dt><dd>{{METHOD_VERSIONS}}</dd></dl>
<h3>[[Scores of an answer, 0 to 100]]</h3>
<dl class="pairs">
<dt>[[Levels]]</dt><dd>[[Level divided by the highest level, times 100. A level needs all criteria of the levels below it; from level 3 on, evidence.]]</dd>
<dt>[[Checklist]]</dt><dd>[[Items met divided by all items, times 100. SDG indicator 10.7.2 is one: six domains of five items; class 1 below 40, 2 from 40, 3 from 80, 4 at 100.]]</dd>
<dt>[[Yes or no]]</dt><dd>[[100 or 0.]]</dd>
<dt>[[Percentage]]</dt><dd>[[Numerator divided by denominator, times 100, or the value as given. Where a lower value is better, 100 less the score enters the means over several indicators.]]</dd>
<dt>[[Numbers and rates]]</dt><dd>[[No score; shown in their unit.]]</dd>
</dl>
<h3>[[Regional figures]]</h3>
<p>[[For one indicator and period, over the governments whose answer is reported, cleared, accepted and released: simple, unweighted mean; median and quartiles (type 7 of Hyndman and Fan, 1996); lowest and highest; for percentages also all numerators by all denominators; for numbers the sum. A government that did not report is left out and never counts as zero.]] [[Governments needed for a regional figure:]] {{MINIMUM}}.</p>
<p>[[Published figures are rounded half to even: 82.5 becomes 82. So are the regional figures that the UN publishes for the capacities of the International Health Regulations, and they are reproduced here exactly.]]</p>
<p>[[A government’s score of a domain is the mean of its indicators’ scores, shown only when at least half of them have one; the score of all domains likewise. A change is shown only against the period before with data and on the same questions; everything else is a break in series.]]</p>
<h3>[[Progress of official SDG series]]</h3>
<p>[[The growth rate from the base year (2015, or the next year with data) to the newest year is compared with the rate that would lead to the target in 2030. At or beyond the target: achieved; from 0.95 of that rate on substantial, from 0.60 moderate, from 0 limited progress, below it deterioration. Without a target number the rate itself is judged: from 1.5 % a year substantial, from 0.5 % moderate, from 0 limited. A target or base of 0 is taken as 0.001. With fewer than two years since the base year, two values for one year or a change of sign there is no verdict.]] [[Source: Open SDG, “Progress Measurement Methodology”, after Statistics Canada and Eurostat.]]</p>
<p><b>[[UN Progress Chart 2023]].</b> [[The value that the same growth would reach in 2030, as a share of the way from the base to the target: from 0.95 on “on track or target met”, from 0.10 “fair progress, but acceleration needed”, below “stagnation or regression”. Without a target number: from 2 % and from 0.5 % a year.]]</p>
<p>[[A government’s score is the mean of the target’s indicators, if at least half of them have a score; the region’s is the mean of the governments, if at least three have one. Otherwise the result is “insufficient data”, with what is missing.]]</p>
<h3>[[What is never shown]]</h3>
<ul>
<li>[[No regional figure over fewer governments than the framework demands. Values that an audience may not see enter a mean or a sum only where at least three are hidden and their sum does not tell them (as it would where all are 0 or all 100), so that none can be worked out, and never a percentage of all numerators by all denominators; lowest, highest, median and quartiles are always of the values that may be seen.]]</li>
<li>[[No small counts in breakdowns: a count below five is suppressed together with what would give it away. Suppressed, zero, missing and not applicable are four different things and are told apart in words.]]</li>
<li>[[No personal data: the system holds totals and texts only.]]</li>
<li>[[No ranks: lists are alphabetical; a government is shown beside its own past and the region’s spread.]]</li>
</ul>
<h3>[[Releases of this round]]</h3>
<ul>{{#RELEASE_ITEM}}<li>[[Release]] {{NUMBER}}, {{RELEASED}}{{#RELEASE_NAME}}: {{TEXT}}{{/RELEASE_NAME}}{{#NOTE_LINE}}. {{TEXT}}{{/NOTE_LINE}}</li>
{{/RELEASE_ITEM}}</ul>
<p>[[Every release is kept. This report is made of the newest; the annex marks what a later release corrected.]]</p>
<h3>[[Sources]]</h3>
<dl class="pairs">
<dt>{{FRAMEWORK_TITLE}}</dt><dd>{{#SOURCE_LINE}}{{TEXT}}. {{/SOURCE_LINE}}{{#CLEARED_HERE}}[[The governments’ own answers, as released.]]{{/CLEARED_HERE}}{{#SOURCE_LINE}}[[The governments’ own answers, as this source published them.]]{{/SOURCE_LINE}}</dd>
{{#VINTAGE_ITEM}}<dt>[[Official series, vintage]] {{LABEL}}</dt><dd>{{SOURCE}} ([[read on]] {{FETCHED}})</dd>
{{/VINTAGE_ITEM}}
</dl>
</section>
