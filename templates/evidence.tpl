{{%AUTOESCAPE context="HTML"}}
{{#EVIDENCE_LINK}}<a href="{{EVIDENCE_TEXT}}" rel="noopener noreferrer nofollow">{{EVIDENCE_TEXT}}</a>{{/EVIDENCE_LINK}}{{#EVIDENCE_CITATION}}{{EVIDENCE_TEXT}}{{/EVIDENCE_CITATION}}{{#EVIDENCE_FILE}}<a href="{{EVIDENCE_HREF}}" download><bdi>{{EVIDENCE_TEXT}}</bdi></a> <span class="hint">({{EVIDENCE_WORDS}})</span>{{/EVIDENCE_FILE}}
