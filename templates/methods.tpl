{{%AUTOESCAPE context="HTML"}}
<h1>{{PAGE_TITLE}}</h1>
<p class="lead">[[Every figure of these pages is computed by one of the methods below, by a scheduled run that is named at the foot of each page. Nothing is computed while a page is read.]]</p>
<dl class="facts"><dt>[[Run]]</dt><dd><code>{{RUN}}</code>, {{MADE_AT}}</dd><dt>[[Method versions]]</dt><dd>{{METHOD_VERSIONS}}</dd></dl>
<section id="scores"><h2>[[Scores of an answer, 0 to 100]]</h2>
<dl class="facts">
<dt>[[Levels]]</dt><dd>[[Level divided by the highest level, times 100. A level needs all criteria of the levels below it; from level 3 on, evidence.]]</dd>
<dt>[[Checklist]]</dt><dd>[[Items met divided by all items, times 100. SDG indicator 10.7.2 is one: six domains of five items; class 1 below 40, 2 from 40, 3 from 80, 4 at 100.]]</dd>
<dt>[[Yes or no]]</dt><dd>[[100 or 0.]]</dd>
<dt>[[Percentage]]</dt><dd>[[Numerator divided by denominator, times 100, or the value as given. Where a lower value is better, 100 less the score enters the means over several indicators.]]</dd>
<dt>[[Numbers and rates]]</dt><dd>[[No score; shown in their unit.]]</dd>
</dl></section>
<section id="regional"><h2>[[Regional figures]]</h2>
<p>[[For one indicator and period, over the governments whose answer is reported, cleared, accepted and released: simple, unweighted mean; median and quartiles (type 7 of Hyndman and Fan, 1996); lowest and highest; for percentages also all numerators by all denominators; for numbers the sum. A government that did not report is left out and never counts as zero.]]</p>
<p>[[Published figures are rounded half to even: 82.5 becomes 82. So are the regional figures that the UN publishes for the capacities of the International Health Regulations, and they are reproduced here exactly.]]</p>
<p>[[A government’s score of a domain is the mean of its indicators’ scores, shown only when at least half of them have one; the score of all domains likewise. A change is shown only against the period before with data and on the same questions; everything else is a break in series.]]</p>
<p>[[The region moved, for the overview, by the difference of two means over the same governments: those with a score in both of two periods that follow each other and ask the same. So no mean moves because others reported. A move is told over no fewer governments than a regional figure, and over two at least; only of scores that the audience may see.]]</p>
<p>[[Scores are shown in five bands: very low (0–19), low (20–39), medium (40–59), high (60–79), very high (80–100). The bands are for reading; nothing is computed from them.]]</p></section>
<section id="sdg"><h2>[[Progress of official SDG series]]</h2>
<h3>[[Open SDG method]]</h3>
<p>[[The growth rate from the base year (2015, or the next year with data) to the newest year is compared with the rate that would lead to the target in 2030. At or beyond the target: achieved; from 0.95 of that rate on substantial, from 0.60 moderate, from 0 limited progress, below it deterioration. Without a target number the rate itself is judged: from 1.5 % a year substantial, from 0.5 % moderate, from 0 limited. A target or base of 0 is taken as 0.001. With fewer than two years since the base year, two values for one year or a change of sign there is no verdict.]]</p>
<p class="hint">[[Source: Open SDG, “Progress Measurement Methodology”, after Statistics Canada and Eurostat.]]</p>
<h3>[[UN Progress Chart 2023]]</h3>
<p>[[The value that the same growth would reach in 2030, as a share of the way from the base to the target: from 0.95 on “on track or target met”, from 0.10 “fair progress, but acceleration needed”, below “stagnation or regression”. Without a target number: from 2 % and from 0.5 % a year.]]</p>
<p>[[Both are shown, because they differ: the first asks for the pace kept, the second for the place reached. Detected victims (16.2.2) are not judged at all: fewer may mean less detection.]]</p>
<p>[[Two verdicts are said to differ where “achieved” and “substantial” do not meet class 3, “moderate” and “limited” class 2, or “deterioration” class 1; the page then tells what in the series makes it: a base or target of 0, rate against distance, or other thresholds.]]</p>
<h3>[[The series of a target together]]</h3>
<p>[[Of a government, by the Open SDG method: the mean of the scores (−5 to 5) of those series of the target that have a verdict: from 2.5 on substantial, from 0 moderate, from −2.5 limited progress, below it deterioration; achieved only if every series is. Each series counts by the breakdown nearest to a total, and how many of them have a verdict is always said. Series that are not judged take no part.]]</p>
<h3>[[Compliance with a target]]</h3>
<p>[[A government’s score is the mean of the target’s indicators, if at least half of them have a score; the region’s is the mean of the governments, if at least three have one. Otherwise the result is “insufficient data”, with what is missing.]]</p>
<details><summary>[[Direction, target and base year of each series]]</summary>
<div class="scroll" tabindex="0" role="region" aria-label="[[Series]]"><table class="data"><thead><tr><th scope="col">[[SDG]]</th><th scope="col">[[Series]]</th><th scope="col">[[Direction]]</th><th scope="col">[[Target]]</th><th scope="col">[[Base year]]</th></tr></thead>
<tbody>{{#SERIES}}<tr><td>{{NUMBER}}</td><th scope="row">{{TITLE}} <small>{{CODE}}</small></th><td>{{DIRECTION}}</td><td class="num">{{VALUE}}</td><td class="num">{{YEAR}}</td></tr>
{{/SERIES}}</tbody></table></div></details></section>
<section id="disclosure"><h2>[[What is never shown]]</h2>
<ul>
<li>[[No figure that its government has not cleared for the audience of the page. Answers are cleared for members, for donors or for the public.]]</li>
<li>[[No regional figure over fewer governments than the framework demands. Values that an audience may not see enter a mean or a sum only where at least three are hidden and their sum does not tell them (as it would where all are 0 or all 100), so that none can be worked out, and never a percentage of all numerators by all denominators; lowest, highest, median and quartiles are always of the values that may be seen.]]</li>
<li>[[Releases are looked at together. A newer figure goes without hidden values where the difference from an older one would tell a few of them. An answer that is later cleared for fewer takes its past along: it leaves the older releases of those who may no longer see it, too.]]</li>
<li>[[No small counts in breakdowns: a count below five is suppressed together with what would give it away. Suppressed, zero, missing and not applicable are four different things and are told apart in words.]]
<ul>
<li>[[What is suppressed could still be any of numbers at least five apart, for a reader of all files of all audiences and releases: the bounds are solved exactly, from totals, from the other parts and from what earlier releases showed.]]</li>
<li>[[For that the fewest further figures are suppressed. Which of them is decided by a secret order and not by their size, so that nothing follows from the choice, not even for somebody who knows the program.]]</li>
<li>[[A breakdown whose total is too small to divide (below five and the number of its parts) is withheld whole, zeros and gaps too. The total itself is shown as its government cleared it.]]</li>
<li>[[After a correction, what was suppressed stays so where it may be the same number. Somebody who knows from elsewhere which figures stayed the same can tell more from a corrected total; for this the total is enough, whatever is suppressed.]]</li>
</ul></li>
<li>[[No personal data: the system holds totals and texts only.]]</li>
<li>[[No ranks: lists are alphabetical; a government is shown beside its own past and the region’s spread.]]</li>
</ul></section>
<section id="sources"><h2>[[Sources]]</h2>
<dl class="facts">
{{#FRAMEWORK_ITEM}}<dt><a href="{{PREFIX}}/{{CODE}}/">{{TITLE}}</a></dt><dd>{{#SOURCE_LINE}}{{TEXT}}. {{/SOURCE_LINE}}[[Governments needed for a regional figure:]] {{MINIMUM}}. {{#CARRIES}}[[A missing answer is carried forward from the period before, and marked.]]{{/CARRIES}}{{#CARRIES_NOT}}[[Missing answers are never carried forward from an earlier period.]]{{/CARRIES_NOT}}</dd>
{{/FRAMEWORK_ITEM}}
{{#VINTAGE_ITEM}}<dt>[[Official series, vintage]] {{LABEL}}</dt><dd>{{SOURCE}} ([[read on]] {{FETCHED}})</dd>
{{/VINTAGE_ITEM}}
</dl></section>
<section id="baseline"><h2>[[A baseline: the study of 2010]]</h2>
<p>[[The 2010 study of IOM and RCMRI, as quoted in the concept note of 2016, estimated how many citizens are trafficked in a year in and from the five countries:]] <b>{{BASELINE}}</b> ([[lower limit]] {{BASELINE_LOW}}, [[upper limit]] {{BASELINE_HIGH}}). [[Almost 91 % of it was for labour exploitation, and roughly 69 % of the people were men.]]</p>
<p class="hint">[[It is a reference figure with its source, not an indicator, and no figure of these pages is compared with it.]]</p></section>
{{>DOWNLOADS}}
