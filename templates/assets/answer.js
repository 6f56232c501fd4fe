/* answer: comforts of the answer form. The page does all its work without them.
   - what is typed is kept in this browser until the server has it, and offered again after a lost connection
   - the level, sums and percentages are shown while one types */
(function () {
	"use strict";
	const form = document.getElementById("answer-form");
	const key = "answer:" + location.pathname;
	const week = 7 * 24 * 3600 * 1000;

	// What others left on a shared computer, and what is old, goes.
	function tidy(owner) {
		for (let i = localStorage.length - 1; i >= 0; i--) {
			const name = localStorage.key(i);
			if (!name.startsWith("answer:")) continue;
			const kept = read(name);
			if (!kept || (owner && kept.owner !== owner) || Date.now() - kept.at > week) localStorage.removeItem(name);
		}
	}

	function read(name) {
		try {
			return JSON.parse(localStorage.getItem(name));
		} catch (error) {
			return null;
		}
	}

	if (!form) {
		// The answer can no longer be written here: what was sent has arrived.
		const kept = read(key);
		if (kept && kept.sent) localStorage.removeItem(key);
		return;
	}
	const text = form.dataset;
	tidy(text.owner);

	function fields() {
		const found = [];
		for (const element of form.elements) {
			if (!element.name || element.type === "hidden" || element.type === "file" || element.type === "submit" || element.name === "confirmed") continue;
			if (element.type === "checkbox" || element.type === "radio") found.push([element.name, element.value, element.checked]);
			else found.push([element.name, element.value]);
		}
		return found;
	}

	function keep(sent) {
		try {
			localStorage.setItem(key, JSON.stringify({ owner: text.owner, at: Date.now(), sent: sent, fields: fields() }));
		} catch (error) {
			// No room, or not allowed here: the form works as before.
		}
	}

	function put(kept) {
		for (const [name, value, checked] of kept.fields)
			for (const element of form.elements) {
				if (element.name !== name) continue;
				if (element.type === "checkbox" || element.type === "radio") {
					if (element.value === value) element.checked = checked;
				} else if (element.type !== "hidden") {
					element.value = value;
				}
			}
	}

	function offer(kept) {
		const place = document.getElementById("kept");
		const box = document.createElement("div");
		box.className = "notice notice-warn";
		const words = document.createElement("p");
		words.textContent = text.kept + " (" + new Date(kept.at).toLocaleString(document.documentElement.lang) + ")";
		const actions = document.createElement("div");
		actions.className = "actions";
		for (const [label, act] of [[text.restore, () => { put(kept); compute(); keep(false); }], [text.drop, () => localStorage.removeItem(key)]]) {
			const button = document.createElement("button");
			button.type = "button";
			button.className = "second";
			button.textContent = label;
			button.addEventListener("click", () => { act(); box.remove(); });
			actions.append(button);
		}
		box.append(words, actions);
		place.append(box);
	}

	const kept = read(key);
	const refused = document.querySelector("[role=alert]");
	if (kept) {
		if (JSON.stringify(kept.fields) === JSON.stringify(fields()) || (kept.sent && !refused && document.querySelector(".notice-good")))
			localStorage.removeItem(key);
		else if (!refused) offer(kept);
	}

	let waiting = 0;
	form.addEventListener("input", () => {
		compute();
		clearTimeout(waiting);
		waiting = setTimeout(() => keep(false), 300);
	});
	form.addEventListener("submit", (event) => {
		clearTimeout(waiting);
		keep(true);
		if (navigator.onLine === false) {
			event.preventDefault();
			const place = document.getElementById("kept");
			place.textContent = text.offline;
			place.className = "notice notice-bad";
			place.scrollIntoView({ block: "center" });
		}
	});

	// --- figures while one types ---

	function number(value) {
		const plain = value.replace(/[\s\u00a0]/g, "").replace(",", ".");
		return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
	}

	function shown(value) {
		return value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2, useGrouping: false });
	}

	function level() {
		const place = document.getElementById("reached");
		if (!place) return;
		const levels = [...form.querySelectorAll(".level")];
		const criteria = (step) => [...step.querySelectorAll("input[name=item]")];
		if (!form.querySelector(".level input:checked")) {
			place.replaceChildren();
			return;
		}
		let reached = levels[0];
		let next = null;
		for (const step of levels.slice(1)) {
			const boxes = criteria(step);
			if (boxes.some((box) => !box.checked)) {
				next = step;
				break;
			}
			if (boxes.length > 0) reached = step;
		}
		const words = document.createElement("p");
		const strong = document.createElement("strong");
		strong.textContent = reached.dataset.level + ". " + reached.dataset.title;
		words.append(text.reached + ": ", strong);
		place.replaceChildren(words);
		if (!next) return;
		const lift = document.createElement("p");
		lift.textContent = text.lift + ":";
		const list = document.createElement("ul");
		for (const box of criteria(next)) {
			if (box.checked) continue;
			const row = document.createElement("li");
			row.textContent = box.parentElement.textContent.trim();
			list.append(row);
		}
		place.append(lift, list);
	}

	function compute() {
		level();
		const met = document.getElementById("met");
		if (met) met.textContent = form.querySelectorAll("input[name=item]:checked").length + " / " + form.querySelectorAll("input[name=item]").length;
		const computed = document.getElementById("computed");
		if (computed) {
			const value = (number(form.elements.numerator.value) / number(form.elements.denominator.value)) * number(computed.dataset.per);
			computed.textContent = Number.isFinite(value) ? shown(value) + " " + computed.dataset.unit : "—";
		}
		for (const table of form.querySelectorAll("table.breakdown")) {
			let sum = 0;
			for (const input of table.querySelectorAll("input")) sum += number(input.value) || 0;
			table.querySelector("output").textContent = shown(sum);
		}
	}
})();
