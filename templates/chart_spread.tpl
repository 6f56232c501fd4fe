{{%AUTOESCAPE context="HTML"}}
<svg class="chart spread-{{SIZE}}" viewBox="0 0 {{WIDTH}} {{HEIGHT}}" width="{{WIDTH}}" height="{{HEIGHT}}" role="img"><title>{{CHART_TITLE}}</title><desc>{{CHART_DESCRIPTION}}</desc><line class="axis" x1="{{X1}}" x2="{{X2}}" y1="{{Y}}" y2="{{Y}}"/>
{{#SPREAD_TICK}}<line class="axis" x1="{{X}}" x2="{{X}}" y1="{{Y1}}" y2="{{Y2}}"/><text class="tick" x="{{X}}" y="{{Y_TEXT}}" text-anchor="middle">{{LABEL}}</text>{{/SPREAD_TICK}}
{{#SPREAD_RANGE}}<line class="range" x1="{{X1}}" x2="{{X2}}" y1="{{Y}}" y2="{{Y}}"/>{{/SPREAD_RANGE}}
{{#SPREAD_BOX}}<rect class="box" x="{{X}}" y="{{Y}}" width="{{WIDTH}}" height="{{HEIGHT}}"/>{{/SPREAD_BOX}}
{{#SPREAD_DOT}}<circle class="dot" cx="{{X}}" cy="{{Y}}" r="{{RADIUS}}">{{#DOT_TOLD}}<title>{{LABEL}}</title>{{/DOT_TOLD}}</circle>{{/SPREAD_DOT}}
{{#SPREAD_MEDIAN}}<line class="median" x1="{{X}}" x2="{{X}}" y1="{{Y1}}" y2="{{Y2}}"/>{{/SPREAD_MEDIAN}}
</svg>
