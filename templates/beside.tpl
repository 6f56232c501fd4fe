{{%AUTOESCAPE context="HTML"}}
<section class="card">
<h2>[[Official figures for comparison]]</h2>
<table class="data">
<caption>[[To look at only: nothing is taken over from here. A difference may have good reasons; name them in the explanation.]]</caption>
<thead><tr><th scope="col">[[Series]]</th><th scope="col">[[Latest years]]</th></tr></thead>
<tbody>
{{#BESIDE_ROW}}<tr><th scope="row">{{BESIDE_TITLE}}{{#BESIDE_DIMS}} <span class="quiet">({{BESIDE_WORDS}})</span>{{/BESIDE_DIMS}}<div class="quiet">{{BESIDE_UNIT}} {{BESIDE_SOURCE}}</div></th><td>{{#BESIDE_POINT}}<div>{{BESIDE_YEAR}}: <strong>{{BESIDE_VALUE}}</strong></div>{{/BESIDE_POINT}}</td></tr>
{{/BESIDE_ROW}}
</tbody>
</table>
</section>
