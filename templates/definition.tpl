{{%AUTOESCAPE context="HTML"}}
{{#DEF_MEASURES}}<p class="lead">{{DEF_MEASURES_TEXT}}</p>{{/DEF_MEASURES}}
{{#DEF_GUIDANCE}}<details open><summary>[[How to answer]]</summary><p>{{DEF_GUIDANCE_TEXT}}</p></details>{{/DEF_GUIDANCE}}
{{#DEF_EVIDENCE}}<details><summary>[[What counts as evidence]]</summary><p>{{DEF_EVIDENCE_TEXT}}</p></details>{{/DEF_EVIDENCE}}
{{#DEF_AGENCY}}<p class="hint">[[Responsible agency]]: {{DEF_AGENCY_TEXT}}</p>{{/DEF_AGENCY}}
