{{%AUTOESCAPE context="HTML"}}
{{#SCORE_GIVEN}}<td class="band band-{{BAND}}"><b>{{SCORE}}</b> <small>{{BAND_NAME}}</small>{{#CHANGE}} <span class="change" title="[[change since]] {{CHANGE_FROM}}">{{CHANGE_TEXT}}</span>{{/CHANGE}}</td>{{/SCORE_GIVEN}}{{#SCORE_NONE}}<td class="band band-none">{{WHY}}</td>{{/SCORE_NONE}}
