{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{LANG}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{TITLE}}</title>
<meta name="author" content="[[Almaty Monitor]]">
{{#STYLE_SHEET}}<link rel="stylesheet" href="/assets/{{STYLE_NAME}}">
{{/STYLE_SHEET}}</head>
<body>
<main>
{{>PAGE_BODY}}
</main>
</body>
</html>
