{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><a href="{{AH_ANSWER_HREF}}">{{AH_CODE}}</a><span aria-current="page">[[History]]</span></nav>
<h1>[[History of the answer]]</h1>
<p class="lead"><span class="code">{{AH_CODE}}</span> {{AH_TITLE}}</p>
<p>{{>STATE}}{{#AH_AUDIENCE}} · [[for]]: {{AH_AUDIENCE_TEXT}}{{/AH_AUDIENCE}} · <a href="{{AH_ANSWER_HREF}}">[[To the answer]]</a></p>
<p class="hint">[[Every revision is kept, the newest first. Added words are underlined, removed ones struck through.]]</p>
{{#AH_NONE}}<p>[[Nothing has been saved yet.]]</p>{{/AH_NONE}}
{{#AH_NEWER}}<p><a href="{{AH_NEWER_HREF}}">[[To the newest revision]]</a></p>{{/AH_NEWER}}
{{#AH_REVISION}}
<section class="card" id="revision-{{AH_NUMBER}}" aria-labelledby="title-{{AH_NUMBER}}">
<h2 id="title-{{AH_NUMBER}}">[[Revision]] {{AH_NUMBER}}{{#AH_PUBLISHED}} <span class="tag tag-good">[[released]]</span>{{/AH_PUBLISHED}}</h2>
<ol class="history">
{{#AH_EVENT}}
<li><span class="quiet">{{AH_EVENT_AT}}</span> {{AH_EVENT_BY}}: <strong>{{AH_EVENT_TITLE}}</strong>{{#AH_EVENT_AUDIENCE}}, [[for]]: {{AH_EVENT_AUDIENCE_TEXT}}{{/AH_EVENT_AUDIENCE}}{{#AH_EVENT_REASON}}<blockquote class="prose">{{AH_EVENT_REASON_TEXT:p}}</blockquote>{{/AH_EVENT_REASON}}</li>
{{/AH_EVENT}}
</ol>
{{#AH_FIRST}}<h3>[[What it said]]</h3>
{{>FIRST}}{{/AH_FIRST}}
{{#AH_CHANGES}}<h3>{{AH_SINCE}}</h3>
{{>DIFF}}{{/AH_CHANGES}}
</section>
{{/AH_REVISION}}
{{#AH_OLDER}}<p><a href="{{AH_OLDER_HREF}}">[[Older revisions]]</a></p>{{/AH_OLDER}}
