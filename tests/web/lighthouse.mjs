// Lighthouse over many pages in one Chromium. Given on standard input: {"modules": node_modules folder, "profile": folder, "urls": […],
// "categories": […]}; a line of JSON for each page: {"url", "categories": {name: [score of 100, [what is wanting]]}} or {"url", "failed"}.
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
const from = (...parts) => import(pathToFileURL(path.join(asked.modules, ...parts)));
const {default: lighthouse} = await from('lighthouse', 'core', 'index.js');
const {launch} = await from('chrome-launcher', 'dist', 'index.js');

function findings(report) {
	const found = {};
	for (const [name, category] of Object.entries(report.categories)) {
		if (category.score === null) throw new Error(`no score for ${name}: ${JSON.stringify(report.runtimeError)}`);
		const wanting = category.auditRefs.filter(one => one.weight > 0).map(one => report.audits[one.id])
			.filter(one => one.score !== null && one.score < 0.9);
		found[name] = [Math.round(100 * category.score), wanting.map(one => `${one.title} (${one.displayValue || one.score})`)];
	}
	return found;
}

// Milliseconds that a page has to be quiet; figures of performance are better taken with Lighthouse's own second.
const waits = asked.categories.includes('performance') ? {} :
	{pauseAfterFcpMs: 200, pauseAfterLoadMs: 200, networkQuietThresholdMs: 200, cpuQuietThresholdMs: 200};
const chrome = await launch({chromePath: '/usr/bin/chromium', userDataDir: asked.profile, logLevel: 'error',
	chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']});
try {
	for (const url of asked.urls) {
		let line;
		try {
			// Each visit is a first one: Lighthouse empties cache and storage before it. It takes no picture, which nobody looks at.
			const run = await lighthouse(url, {port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: asked.categories,
				disableFullPageScreenshot: true, ...waits});
			line = {url, categories: findings(run.lhr)};
		} catch (fault) {
			line = {url, failed: String(fault.stack || fault)};
		}
		console.log(JSON.stringify(line));
	}
} finally {
	chrome.kill();
}
