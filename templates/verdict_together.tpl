{{%AUTOESCAPE context="HTML"}}
{{#VERDICT_GIVEN}}<td class="band band-{{BAND}} verdict"><b>{{VERDICT}}</b> <small>[[mean score]] {{SCORE}} · {{TEXT}}</small></td>{{/VERDICT_GIVEN}}{{#VERDICT_NONE}}<td class="band band-none verdict">◌ [[insufficient data]] <small>{{TEXT}}</small></td>{{/VERDICT_NONE}}{{#VERDICT_NO_DATA}}<td class="band band-none">[[no data]]</td>{{/VERDICT_NO_DATA}}
