{{%AUTOESCAPE context="HTML"}}
<svg class="chart chart-{{SIZE}}" viewBox="0 0 {{WIDTH}} {{HEIGHT}}" width="{{WIDTH}}" height="{{HEIGHT}}" role="img"><title>{{CHART_TITLE}}</title><desc>{{CHART_DESCRIPTION}}</desc>
{{#CHART_GRID}}<line class="grid" x1="{{X1}}" x2="{{X2}}" y1="{{Y}}" y2="{{Y}}"/><text class="tick" x="{{X_TEXT}}" y="{{Y_TEXT}}" text-anchor="end">{{LABEL}}</text>{{/CHART_GRID}}
{{#CHART_TICK}}<text class="tick" x="{{X}}" y="{{Y}}" text-anchor="middle">{{LABEL}}</text>{{/CHART_TICK}}
{{#CHART_BAND}}<polygon class="spread" points="{{POINTS}}"/>{{/CHART_BAND}}
{{#CHART_BREAK}}<line class="break" x1="{{X}}" x2="{{X}}" y1="{{Y1}}" y2="{{Y2}}"/>{{/CHART_BREAK}}
{{#CHART_LINE}}<polyline class="line line-{{STYLE}}" points="{{POINTS}}"/>{{/CHART_LINE}}
{{#CHART_DOT}}<circle class="dot line-{{STYLE}}" cx="{{X}}" cy="{{Y}}" r="{{RADIUS}}">{{#DOT_TOLD}}<title>{{LABEL}} {{WHEN}}: {{VALUE}}</title>{{/DOT_TOLD}}</circle>{{/CHART_DOT}}
{{#CHART_END}}<text class="end" x="{{X}}" y="{{Y}}">{{LABEL}}</text>{{/CHART_END}}
</svg>
