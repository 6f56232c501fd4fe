{{%AUTOESCAPE context="HTML"}}
{{#BANDED}}<td class="mark mark-{{BAND}}"><b>{{TEXT}}</b>{{#SMALL}} <small>{{TEXT}}</small>{{/SMALL}}</td>{{/BANDED}}{{#UNBANDED}}<td class="mark mark-none">{{TEXT}}{{#SMALL}} <small>{{TEXT}}</small>{{/SMALL}}</td>{{/UNBANDED}}
