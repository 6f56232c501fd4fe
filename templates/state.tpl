{{%AUTOESCAPE context="HTML"}}
{{#STATE_NONE}}<span class="tag">○ [[Not started]]</span>{{/STATE_NONE}}
{{#STATE_DRAFT}}<span class="tag">✎ [[Draft]]</span>{{/STATE_DRAFT}}
{{#STATE_RETURNED}}<span class="tag tag-bad">↩ [[Returned]]</span>{{/STATE_RETURNED}}
{{#STATE_SUBMITTED}}<span class="tag">→ [[Submitted]]</span>{{/STATE_SUBMITTED}}
{{#STATE_CLEARED}}<span class="tag">✓ [[Cleared]]</span>{{/STATE_CLEARED}}
{{#STATE_ACCEPTED}}<span class="tag tag-good">✓✓ [[Accepted]]</span>{{/STATE_ACCEPTED}}
