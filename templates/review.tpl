{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><a href="{{ROUND_HREF}}">{{ROUND_TITLE}}</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><span aria-current="page">{{A_CODE}}</span></nav>
<h1><span class="code">{{A_CODE}}</span> {{A_TITLE}}</h1>
<p>{{>STATE}}{{#V_LOOK}} <span class="tag tag-warn">{{V_LOOK_TEXT}}</span>{{/V_LOOK}}{{#A_AUDIENCE}} · [[for]]: {{A_AUDIENCE_TEXT}}{{/A_AUDIENCE}}</p>
{{#A_PROBLEM}}<p class="notice notice-bad" role="alert">{{A_PROBLEM_TEXT}}</p>{{/A_PROBLEM}}
{{#S_OWN}}<p class="notice">[[You belong to this participant, so somebody else of the secretariat reviews its answers.]]</p>{{/S_OWN}}
{{#V_HIDDEN}}<p class="notice">[[The government has not cleared this answer, so its content is not shown here.]]</p>{{/V_HIDDEN}}
{{#V_RELEASED}}<p class="notice">[[A correction is under way. This is what was released; it goes on being shown until the correction is released.]]</p>{{/V_RELEASED}}
<div class="review">
<div>
{{#V_FINDINGS}}<section class="notice notice-warn" aria-labelledby="findings"><h2 id="findings">[[Found when it was checked]]</h2>
<ul>{{#V_FINDING}}<li>{{V_FINDING_TEXT}}</li>
{{/V_FINDING}}</ul>
{{#V_EXPLAINED}}<p class="prose"><strong>[[Explanation given]]:</strong> {{V_EXPLANATION:p}}</p>{{/V_EXPLAINED}}{{#V_UNEXPLAINED}}<p><strong>[[No explanation was given.]]</strong></p>{{/V_UNEXPLAINED}}
</section>{{/V_FINDINGS}}
{{#V_OUTLIER}}<p class="notice notice-warn">{{V_OUTLIER_TEXT}}</p>{{/V_OUTLIER}}
{{#A_READ}}
<section class="card">
<h2>[[The answer]]</h2>
{{>SAVED}}
</section>
{{/A_READ}}
{{#V_NOTHING_UNUSUAL}}<p class="hint">[[It is complete, and keeps to the rules of the catalogue.]]</p>{{/V_NOTHING_UNUSUAL}}
{{#V_SINCE}}
<section class="card">
<h2>{{V_SINCE_TEXT}}</h2>
{{>DIFF}}
</section>
{{/V_SINCE}}
</div>
{{#V_CONTEXT}}
<aside aria-label="[[Beside it]]">
{{#V_NO_LAST}}<p class="hint">[[There is no accepted answer of an earlier round.]]</p>{{/V_NO_LAST}}
{{#V_LAST}}
<section class="card">
<h2>[[Last round]]: {{V_LAST_PERIOD}}</h2>
<p><strong>{{V_LAST_VALUE}}</strong></p>
{{#V_LAST_BREAK}}<p class="notice">[[The definition has changed since then, so the two answers cannot be compared directly.]]</p>{{/V_LAST_BREAK}}
<details><summary>[[What differs now]]</summary>
{{>DIFF}}
</details>
</section>
{{/V_LAST}}
{{#V_OTHERS}}
<section class="card">
<h2>[[The other governments]]</h2>
{{#V_WITHHELD}}<p>{{V_WITHHELD_TEXT}}</p>{{/V_WITHHELD}}
{{#V_SPREAD}}<dl class="facts"><dt>[[Lowest]]</dt><dd>{{V_LOWEST}}</dd><dt>[[Median]]</dt><dd><strong>{{V_MEDIAN}}</strong></dd><dt>[[Highest]]</dt><dd>{{V_HIGHEST}}</dd></dl>
<p class="hint">{{#V_UNIT}}{{V_UNIT_TEXT}}. {{/V_UNIT}}{{V_SPREAD_COUNT}}, {{V_SPREAD_PERIOD}}. [[Only what was released to the members.]]</p>{{/V_SPREAD}}
</section>
{{/V_OTHERS}}
{{>BESIDE}}
</aside>
{{/V_CONTEXT}}
</div>
{{#V_ACCEPT}}
<form method="post" action="{{A_HREF}}" class="actions">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="base" value="{{F_BASE}}">
<button type="submit" name="do" value="accept">{{V_ACCEPT_TEXT}}</button>
</form>
{{/V_ACCEPT}}
{{#V_BACK}}
<details{{#V_BACK_OPEN}} open{{/V_BACK_OPEN}}><summary>{{V_BACK_TITLE}}</summary>
<form method="post" action="{{A_HREF}}" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="base" value="{{F_BASE}}">
<div class="field">
<label for="why">[[Why? The focal point reads this.]]</label>
{{#WRONG_RETURN}}<p class="field-error" id="why-error">{{WRONG_TEXT}}</p>{{/WRONG_RETURN}}
<textarea id="why" name="why" rows="3"{{#WRONG_RETURN}} aria-invalid="true" aria-describedby="why-error"{{/WRONG_RETURN}}>
{{F_WHY:p}}</textarea>
</div>
<div class="actions"><button type="submit" name="do" value="{{V_BACK_ACTION}}" class="second">{{V_BACK_BUTTON}}</button></div>
</form></details>
{{/V_BACK}}
{{>THREAD}}
<nav class="steps" aria-label="[[Waiting for review]]">
{{#V_PREVIOUS}}<a href="{{V_PREVIOUS_HREF}}">← [[To review before]]: {{V_PREVIOUS_CODE}}</a>{{/V_PREVIOUS}}
{{#V_NEXT}}<a href="{{V_NEXT_HREF}}">[[To review next]]: {{V_NEXT_CODE}} →</a>{{/V_NEXT}}
</nav>
{{#V_LEVELS}}
<details><summary>[[The criteria of the levels]]</summary>
{{#F_LEVEL}}<div class="level"><strong>{{F_LEVEL_NUMBER}}. {{F_LEVEL_TITLE}}</strong>
{{#F_LEVEL_CRITERIA}}<ul>{{#F_LEVEL_CRITERION}}<li>{{F_CRITERION_TEXT}}</li>{{/F_LEVEL_CRITERION}}</ul>{{/F_LEVEL_CRITERIA}}</div>
{{/F_LEVEL}}
</details>
{{/V_LEVELS}}
{{>DEFINITION}}
{{>HISTORY}}
<nav class="steps" aria-label="[[Indicators]]">
{{#A_PREVIOUS}}<a href="{{A_PREVIOUS_HREF}}" rel="prev">← {{A_PREVIOUS_CODE}}</a>{{/A_PREVIOUS}}
<a href="{{LIST_HREF}}">[[All indicators]]</a>
{{#A_NEXT}}<a href="{{A_NEXT_HREF}}" rel="next">{{A_NEXT_CODE}} →</a>{{/A_NEXT}}
</nav>
