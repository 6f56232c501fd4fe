{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{LANG}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{{TITLE}} — [[Almaty Monitor]]</title>
<link rel="stylesheet" href="/assets/site.css?{{ASSETS_VERSION}}">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
</head>
<body>
<main class="embed">
{{>PAGE_BODY}}
</main>
</body>
</html>
