{{%AUTOESCAPE context="HTML"}}
<td class="band band-none">{{WHY}}</td>
