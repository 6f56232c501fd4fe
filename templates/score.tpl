{{%AUTOESCAPE context="HTML"}}
<td class="band band-{{BAND}}"><b>{{SCORE}}</b> <small>{{BAND_NAME}}</small></td>
