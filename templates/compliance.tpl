{{%AUTOESCAPE context="HTML"}}
{{#SCORE_GIVEN}}<td class="band band-{{BAND}}" data-label="[[Own answers]]"><a href="{{HREF}}"><b>{{SCORE}}</b></a> <small>{{BAND_NAME}}</small></td>{{/SCORE_GIVEN}}{{#SCORE_NONE}}<td class="band band-none verdict" data-label="[[Own answers]]"><a href="{{HREF}}">◌ [[insufficient data]]</a> <small>{{WHY}}</small></td>{{/SCORE_NONE}}
