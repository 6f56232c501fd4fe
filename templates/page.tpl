{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{LANG}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{TITLE}} — [[Almaty Monitor]]</title>
<link rel="stylesheet" href="/assets/site.css?{{ASSETS_VERSION}}">
{{#STYLE_SHEET}}<link rel="stylesheet" href="/assets/{{STYLE_NAME}}?{{ASSETS_VERSION}}">
{{/STYLE_SHEET}}{{#SCRIPT}}<script src="/assets/{{SCRIPT_NAME}}?{{ASSETS_VERSION}}" defer></script>
{{/SCRIPT}}<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
{{#ALTERNATE}}<link rel="alternate" hreflang="{{ALTERNATE_LANG}}" href="{{ALTERNATE_HREF}}">
{{/ALTERNATE}}
{{#SNAPSHOT}}<link rel="alternate" type="application/atom+xml" title="[[Releases]]" href="{{SNAPSHOT_FEED}}">{{/SNAPSHOT}}
</head>
<body>
<a class="skip" href="#content">[[Skip to the content]]</a>
<header class="site-header">
<div class="site-bar">
<a class="site-name" href="{{HOME_HREF}}">[[Almaty Monitor]]</a>
{{#AUDIENCE}}<span class="audience">{{AUDIENCE_NAME}}</span>{{/AUDIENCE}}
<nav class="languages" aria-label="[[Language]]">
{{#LANGUAGE}}
{{#LANGUAGE_OTHER}}<a href="{{LANGUAGE_HREF}}" lang="{{LANGUAGE_CODE}}" hreflang="{{LANGUAGE_CODE}}">{{LANGUAGE_NAME}}</a>{{/LANGUAGE_OTHER}}
{{#LANGUAGE_THIS}}<span lang="{{LANGUAGE_CODE}}" aria-current="true">{{LANGUAGE_NAME}}</span>{{/LANGUAGE_THIS}}
{{/LANGUAGE}}
</nav>
</div>
<nav class="site-nav" aria-label="[[Main]]">
<ul>
{{#NAV_ITEM}}
<li><a href="{{NAV_HREF}}"{{#NAV_CURRENT}} aria-current="page"{{/NAV_CURRENT}}{{#NAV_WITHIN}} aria-current="true"{{/NAV_WITHIN}}>{{NAV_LABEL}}</a></li>
{{/NAV_ITEM}}
{{#SIGN_OUT}}
<li class="end"><form method="post" action="/account/sign-out"><input type="hidden" name="csrf" value="{{SIGN_OUT_CSRF}}"><button class="link" type="submit">[[Sign out]]</button></form></li>
{{/SIGN_OUT}}
</ul>
</nav>
</header>
<main id="content" tabindex="-1">
{{#NOTICE}}<p class="notice notice-good" role="status">{{NOTICE_TEXT}}</p>{{/NOTICE}}
{{>PAGE_BODY}}
</main>
<footer class="site-footer">
{{#SNAPSHOT}}
<p>{{SNAPSHOT_AUDIENCE}} · [[Computed]] <time datetime="{{SNAPSHOT_MADE_AT}}">{{SNAPSHOT_MADE}}</time> · [[run]] <code>{{SNAPSHOT_RUN}}</code> · <a href="{{SNAPSHOT_FEED}}">[[Releases as a feed (Atom)]]</a> · <a href="{{SNAPSHOT_DATA}}">[[The figures as data]]</a></p>
{{/SNAPSHOT}}
<p>[[Almaty Monitor: governments of the region follow how well victims of trafficking are protected. Comparisons are alphabetical; nobody is ranked.]]</p>
</footer>
</body>
</html>
