{{%AUTOESCAPE context="HTML"}}
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{WIDTH}} {{HEIGHT}}" width="{{WIDTH}}" height="{{HEIGHT}}" role="img" xml:lang="{{LANG}}">
<title>{{CHART_TITLE}}</title>
<desc>{{CHART_DESCRIPTION}}</desc>
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about=""><dc:title>{{CHART_TITLE}}</dc:title><dc:publisher>[[Almaty Monitor]]</dc:publisher><dc:source>{{SOURCE}}</dc:source><dc:language>{{LANG}}</dc:language><dc:date>{{MADE_AT}}</dc:date><dc:identifier>{{RUN}}</dc:identifier><dc:rights>{{RIGHTS}}</dc:rights></rdf:Description></rdf:RDF></metadata>
<style></style>
<path class="paper" d="{{PATH}}"/>
{{#FIGURE_LINE}}<text class="{{CLASS}}" x="{{X}}" y="{{Y}}">{{LABEL}}</text>
{{/FIGURE_LINE}}{{#FIGURE_SIGN}}<path class="absent" d="{{PATH}}"/>
{{/FIGURE_SIGN}}{{#FIGURE_KEY}}<path class="line line-{{STYLE}}" d="{{PATH}}"/><path class="dot line-{{STYLE}}" d="{{DOTS}}"/>
{{/FIGURE_KEY}}<g transform="translate({{X}} {{Y}})">{{>PANEL_CHART}}</g>
</svg>
