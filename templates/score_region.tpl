{{%AUTOESCAPE context="HTML"}}
<td class="band band-{{BAND}}"><a href="{{HREF}}" title="[[How this figure came about]]"><b>{{SCORE}}</b></a> <small>{{BAND_NAME}}</small></td>
