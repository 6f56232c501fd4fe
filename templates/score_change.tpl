{{%AUTOESCAPE context="HTML"}}
<td class="band band-{{BAND}}"><b>{{SCORE}}</b> <small>{{BAND_NAME}}</small><span class="change" title="[[change since]] {{CHANGE_FROM}}">{{CHANGE_TEXT}}</span></td>
