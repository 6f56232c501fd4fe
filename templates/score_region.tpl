{{%AUTOESCAPE context="HTML"}}
<td class="band band-{{BAND}} of-region"><a href="{{HREF}}" title="[[How this figure came about]]"><b>{{SCORE}}</b></a> <small>{{BAND_NAME}}</small></td>
