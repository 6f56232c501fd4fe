{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/secretariat/">[[Rounds]]</a><a href="/secretariat/catalogue">[[Catalogue]]</a><span aria-current="page">[[Preview]]</span></nav>
{{#CL_REFUSED}}
<h1>[[Nothing was changed]]</h1>
<p class="notice notice-bad" role="alert">{{CL_REFUSED_TEXT}}</p>
<ul>
{{#CL_MISTAKE}}<li>{{CL_MISTAKE_TEXT}}</li>
{{/CL_MISTAKE}}
</ul>
<p><a href="/secretariat/catalogue">[[Back to the catalogue]]</a></p>
{{/CL_REFUSED}}
{{#CL_PROBLEM}}<p class="notice notice-bad" role="alert">{{CL_PROBLEM_TEXT}}</p>{{/CL_PROBLEM}}
{{#CL_NOTHING}}<h1>{{CL_NAME}}</h1><p class="notice" role="status">[[The catalogue is already as it is in these files. There is nothing to load.]]</p><p><a href="/secretariat/catalogue">[[Back to the catalogue]]</a></p>{{/CL_NOTHING}}
{{#CL_SUMMARY}}<h1>[[What would change]]</h1><p class="lead">{{CL_SUMMARY_TEXT}}</p><p>[[Nothing was changed yet.]]</p>{{/CL_SUMMARY}}
{{#CL_FRAMEWORK_ONLY}}<p>[[No indicator changes; only the framework's own texts, domains or breakdowns do.]]</p>{{/CL_FRAMEWORK_ONLY}}
{{#CL_KIND}}
<h2>{{CL_KIND_TITLE}}</h2>
<ul class="plain">
{{#CL_STEP}}<li><span class="code">{{CL_CODE}}</span> {{CL_TITLE}}{{#CL_ROUNDS}}<div class="hint">[[open rounds go on asking for it as it was]]: {{CL_ROUNDS_TEXT}}</div>{{/CL_ROUNDS}}
{{#CL_DIFFERENCES}}<details><summary>[[What differs]]</summary><dl class="diff">
{{#CL_DIFFERENCE}}<dt>{{CL_PART}}</dt><dd>{{#CL_PIECE}}{{#CL_SAME}}{{CL_TEXT}}{{/CL_SAME}}{{#CL_ADDED}}<ins>{{CL_TEXT}}</ins>{{/CL_ADDED}}{{#CL_REMOVED}}<del>{{CL_TEXT}}</del>{{/CL_REMOVED}}{{/CL_PIECE}}</dd>
{{/CL_DIFFERENCE}}</dl></details>{{/CL_DIFFERENCES}}</li>
{{/CL_STEP}}
</ul>
{{/CL_KIND}}
{{#CL_CONFIRM}}
<form method="post" action="/secretariat/catalogue/load" class="card">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="archive" value="{{CL_ARCHIVE}}"><input type="hidden" name="generation" value="{{CL_GENERATION}}">
<p>[[All of it is loaded in one step. Open rounds go on asking for what they asked for; charts show each break in a series.]]</p>
<div class="actions"><button type="submit">[[Load it]]</button> <a href="/secretariat/catalogue">[[Leave everything as it is]]</a></div>
</form>
{{/CL_CONFIRM}}
