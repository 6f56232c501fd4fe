{{%AUTOESCAPE context="HTML"}}
<nav class="crumbs" aria-label="[[You are here]]"><a href="{{PREFIX}}/">[[Overview]]</a><a href="{{PREFIX}}/{{FRAMEWORK}}/">{{FRAMEWORK_TITLE}}</a><span aria-current="page">[[Indicators]]</span></nav>
<h1>{{PAGE_TITLE}}</h1>
<form method="get" action="{{PREFIX}}/{{FRAMEWORK}}/indicators/" class="inline" role="search">
<div class="field"><label for="q">[[Words in title, code or domain]]</label><input id="q" name="q" type="search" value="{{Q_WORDS}}" maxlength="100" autocomplete="off"></div>
<button type="submit" class="second">[[Filter]]</button>
{{#Q_ALL}}<a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/">[[Show all]]</a>{{/Q_ALL}}
</form>
{{#Q_SOME}}<p role="status">{{TEXT}}</p>{{/Q_SOME}}
{{#Q_NONE}}<p class="notice" role="status">{{TEXT}}</p>{{/Q_NONE}}
<p class="hint">[[The region’s newest mean, in bands of 20 points; a number without a band is not judged, or less of it is better. The line shows the means of all periods on one scale from 0.]]</p>
{{#DOMAIN}}
<section id="{{CODE}}"><h2>{{TITLE}}</h2>
{{#DOMAIN_TRENDS}}<p><a href="{{HREF}}">[[Trends of the governments in this domain]]</a></p>
{{/DOMAIN_TRENDS}}<table class="data stack index">
<thead><tr><th scope="col">[[Code]]</th><th scope="col">[[Indicator]]</th><th scope="col">[[Region, newest]]</th><th scope="col">[[Over time]]</th><th scope="col">[[Asked]]</th></tr></thead>
<tbody>
{{#INDICATOR}}<tr><td class="code-cell">{{CODE}}</td><th scope="row"><a href="{{PREFIX}}/{{FRAMEWORK}}/indicators/{{CODE}}">{{TITLE}}</a><span class="hint">{{TYPE}} · {{DIRECTION}}</span></th>{{#NEWEST}}<td data-label="[[Region, newest]]">{{#NEWEST_BAND}}<a class="band {{CLASS}}" href="{{HREF}}"><b>{{SCORE}}</b> {{TEXT}}</a>{{/NEWEST_BAND}}{{#NEWEST_VALUE}}<a href="{{HREF}}"><b>{{TEXT}}</b></a>{{/NEWEST_VALUE}} <small class="quiet">{{PERIOD}}</small></td>{{/NEWEST}}{{#NEWEST_NONE}}<td data-label="[[Region, newest]]"><span class="band band-none">[[not released yet]]</span></td>{{/NEWEST_NONE}}<td class="chart-cell">{{>TREND}}</td><td data-label="[[Asked]]">{{#IN_FORCE}}{{TEXT}}{{/IN_FORCE}}{{#RETIRED}} [[retired]]{{/RETIRED}}</td></tr>
{{/INDICATOR}}
</tbody></table></section>
{{/DOMAIN}}
{{>DOWNLOADS}}
