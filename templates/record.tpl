{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="/reporting/">[[My reporting]]</a><a href="{{LIST_HREF}}">{{LIST_TITLE}}</a><span aria-current="page">[[Record of clearing]]</span></nav>
<h1>[[Record of clearing]]</h1>
<p class="lead">{{LIST_TITLE}} · {{RC_FRAMEWORK}}</p>
<p>{{RC_SUMMARY}} <span class="quiet">{{RC_MOMENT}}</span></p>
<form method="get" action="{{RC_HREF}}" class="inline">
<div class="field"><label for="until">[[As it stood at the end of the day (UTC)]]</label><input type="date" id="until" name="until" value="{{RC_UNTIL}}"></div>
<button type="submit" class="second">[[Show]]</button>{{#RC_NOW}} <a href="{{RC_HREF}}">[[As it stands now]]</a>{{/RC_NOW}}
</form>
{{#RC_NONE}}<p>[[Nothing was cleared until then.]]</p>{{/RC_NONE}}
{{#RC_TABLE}}
<div class="scroll" tabindex="0" role="region" aria-label="[[Every clearing of the round]]">
<table class="data stack record">
<caption>[[Every clearing of the round, by indicator and time. Times are UTC.]]</caption>
<thead><tr><th scope="col">[[Indicator]]</th><th scope="col">[[Cleared]]</th><th scope="col">[[By]]</th><th scope="col" class="num">[[Revision]]</th><th scope="col">[[Answer]]</th><th scope="col">[[Who may see it]]</th><th scope="col">[[Afterwards]]</th></tr></thead>
<tbody>
{{#RC_ROW}}
<tr><th scope="row"><a href="{{RC_ROW_HREF}}/history"><span class="code">{{RC_CODE}}</span></a> {{RC_TITLE}}</th><td data-label="[[Cleared]]">{{RC_AT}}</td><td data-label="[[By]]">{{RC_BY}}</td><td class="num" data-label="[[Revision]]">{{RC_REVISION}}</td><td data-label="[[Answer]]">{{RC_VALUE}}</td><td data-label="[[Who may see it]]">{{RC_AUDIENCE}}</td><td data-label="[[Afterwards]]">{{#RC_STANDS}}<span class="tag tag-good">[[stands]]</span> {{/RC_STANDS}}{{RC_AFTER}}</td></tr>
{{/RC_ROW}}
</tbody>
</table>
</div>
{{/RC_TABLE}}
