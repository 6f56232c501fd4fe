{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><a href="{{ROUND_HREF}}">{{ROUND_TITLE}}</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><span aria-current="page">{{A_CODE}}</span></nav>
<h1><span class="code">{{A_CODE}}</span> {{A_TITLE}}</h1>
<p>{{>STATE}}{{#A_AUDIENCE}} · [[for]]: {{A_AUDIENCE_TEXT}}{{/A_AUDIENCE}}</p>
{{#A_PROBLEM}}<p class="notice notice-bad" role="alert">{{A_PROBLEM_TEXT}}</p>{{/A_PROBLEM}}
{{#S_OWN}}<p class="notice">[[You belong to this participant, so somebody else of the secretariat reviews its answers.]]</p>{{/S_OWN}}
{{#V_HIDDEN}}<p class="notice">[[The government has not cleared this answer, so its content is not shown here.]]</p>{{/V_HIDDEN}}
{{#V_RELEASED}}<p class="notice">[[A correction is under way. This is what was released; it goes on being shown until the correction is released.]]</p>{{/V_RELEASED}}
{{#A_READ}}
<section class="card">
<h2>[[The answer]]</h2>
{{>SAVED}}
</section>
{{/A_READ}}
{{#V_LEVELS}}
<details><summary>[[The criteria of the levels]]</summary>
{{#F_LEVEL}}<div class="level"><strong>{{F_LEVEL_NUMBER}}. {{F_LEVEL_TITLE}}</strong>
{{#F_LEVEL_CRITERIA}}<ul>{{#F_LEVEL_CRITERION}}<li>{{F_CRITERION_TEXT}}</li>{{/F_LEVEL_CRITERION}}</ul>{{/F_LEVEL_CRITERIA}}</div>
{{/F_LEVEL}}
</details>
{{/V_LEVELS}}
{{#V_ACCEPT}}
<form method="post" action="{{A_HREF}}" class="inline">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="base" value="{{F_BASE}}">
<button type="submit" name="do" value="accept">[[Accept]]</button>
</form>
{{/V_ACCEPT}}
{{#V_BACK}}
<form method="post" action="{{A_HREF}}" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="base" value="{{F_BASE}}">
<h2>{{V_BACK_TITLE}}</h2>
<div class="field">
<label for="why">[[Why? The focal point reads this.]]</label>
{{#WRONG_RETURN}}<p class="field-error" id="why-error">{{WRONG_TEXT}}</p>{{/WRONG_RETURN}}
<textarea id="why" name="why" rows="3"{{#WRONG_RETURN}} aria-invalid="true" aria-describedby="why-error"{{/WRONG_RETURN}}>
{{F_WHY:p}}</textarea>
</div>
<div class="actions"><button type="submit" name="do" value="{{V_BACK_ACTION}}" class="second">{{V_BACK_BUTTON}}</button></div>
</form>
{{/V_BACK}}
{{>DEFINITION}}
{{>HISTORY}}
<nav class="steps" aria-label="[[Indicators]]">
{{#A_PREVIOUS}}<a href="{{A_PREVIOUS_HREF}}" rel="prev">← {{A_PREVIOUS_CODE}}</a>{{/A_PREVIOUS}}
<a href="{{LIST_HREF}}">[[All indicators]]</a>
{{#A_NEXT}}<a href="{{A_NEXT_HREF}}" rel="next">{{A_NEXT_CODE}} →</a>{{/A_NEXT}}
</nav>
