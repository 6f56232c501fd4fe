// Sends a large file ahead of the answer's form, in pieces, and goes on after a broken line or a reload of the page. A comfort: without
// it the file goes with the form.
"use strict";
(() => {
	const place = document.getElementById("file");
	const form = document.getElementById("answer-form");
	if (!place || !form || !window.fetch) return;
	const input = document.getElementById("evidence_file");
	const way = document.getElementById("file-way");
	const text = place.dataset;
	const piece = Number(text.piece);
	const uploads = form.getAttribute("action").replace(/[^/]*$/, "uploads");
	const csrf = form.elements.csrf.value;
	let running = null; // { file, controller }
	let pending = null; // the button that waits for the file

	function key(file) {
		return ["upload", form.dataset.owner, uploads, file.name, file.size, file.lastModified].join(":");
	}

	function remembered(file) {
		try { return localStorage.getItem(key(file)); } catch (error) { return null; }
	}

	function remember(file, id) {
		try {
			if (id) localStorage.setItem(key(file), id);
			else localStorage.removeItem(key(file));
		} catch (error) {
			// It begins anew after a reload.
		}
	}

	function say(words) {
		way.textContent = words;
	}

	function pause(milliseconds) {
		return new Promise((resolve) => {
			const timer = setTimeout(done, milliseconds);
			function done() {
				clearTimeout(timer);
				window.removeEventListener("online", done);
				resolve();
			}
			window.addEventListener("online", done);
		});
	}

	// What the server says, or a refusal that trying again does not mend.
	async function ask(signal, method, address, fields) {
		const body = fields ? new FormData() : null;
		if (fields) for (const [name, value] of Object.entries(fields)) body.append(name, value);
		const response = await fetch(address, { method: method, body: body, signal: signal, credentials: "same-origin" });
		const json = (response.headers.get("Content-Type") || "").startsWith("application/json") ? await response.json() : {};
		json.status = response.status;
		return json;
	}

	class Refused extends Error {}

	function taken(answer) {
		if (answer.status === 200 || (answer.status === 409 && typeof answer.received === "number")) return answer;
		if (answer.status === 503 || answer.status >= 520 || answer.status === 502 || answer.status === 504) throw new TypeError("later");
		throw new Refused(answer.problem || "");
	}

	async function begin(file, signal) {
		const id = remembered(file);
		if (id) {
			const known = await ask(signal, "GET", uploads + "/" + id);
			if (known.status === 200 && known.size === file.size) return known;
			if (known.status !== 404) taken(known);
			remember(file, null);
		}
		const fresh = taken(await ask(signal, "POST", uploads, { csrf: csrf, name: file.name, size: String(file.size) }));
		remember(file, fresh.id);
		return fresh;
	}

	function show(file, progress, received) {
		progress.value = received;
		const percent = Math.floor((received / file.size) * 100);
		// Not every piece is read out.
		if (percent - Number(progress.dataset.said || -100) >= 10 || progress.dataset.broken) {
			progress.dataset.said = String(percent);
			progress.dataset.broken = "";
			say(text.sending + ": " + percent + " %");
		}
	}

	async function send(file, signal, progress) {
		let upload = null;
		let wait = 1000;
		while (!upload || upload.received < file.size) {
			try {
				if (!upload) upload = await begin(file, signal);
				show(file, progress, upload.received);
				if (upload.received >= file.size) break;
				upload = Object.assign(upload, taken(await ask(signal, "POST", uploads, { csrf: csrf, upload: upload.id,
					offset: String(upload.received), piece: file.slice(upload.received, upload.received + piece) })));
				wait = 1000;
			} catch (error) {
				if (error instanceof Refused || signal.aborted) throw error;
				say(text.waits);
				progress.dataset.broken = "1";
				await pause(wait);
				wait = Math.min(wait * 2, 30000);
				upload = null; // asked anew: some of it may have arrived
			}
		}
		return upload;
	}

	function size(bytes) {
		const language = document.documentElement.lang;
		return new Intl.NumberFormat(language, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }).format(bytes / 1e6);
	}

	function arrived(file, upload) {
		const label = document.createElement("label");
		const box = document.createElement("input");
		const words = document.createElement("span");
		const name = document.createElement("bdi");
		Object.assign(box, { type: "checkbox", name: "evidence_upload", value: upload.id, checked: true });
		name.textContent = file.name;
		words.append(name, " (" + size(file.size) + ") " + text.arrived);
		label.append(box, " ", words);
		way.replaceChildren(label);
		input.value = "";
		remember(file, null);
	}

	function tools(controller) {
		const box = document.createElement("div");
		const progress = document.createElement("progress");
		const stop = document.createElement("button");
		box.className = "actions";
		progress.setAttribute("aria-label", text.sending);
		Object.assign(stop, { type: "button", className: "second", textContent: text.stop });
		stop.addEventListener("click", () => {
			controller.abort();
			input.value = "";
			say("");
			input.focus();
		});
		box.append(progress, stop);
		input.after(box);
		return { box, progress };
	}

	async function start(file) {
		const controller = new AbortController();
		const { box, progress } = tools(controller);
		progress.max = file.size;
		const mine = (running = { file, controller });
		try {
			arrived(file, await send(file, controller.signal, progress));
		} catch (error) {
			if (!controller.signal.aborted) say(error.message || text.failed);
			// A refusal in words is about the file itself: it is of no use to send it once more, nor to save without a look at it.
			if (error instanceof Refused && error.message) {
				input.value = "";
				pending = null;
			}
		}
		box.remove();
		if (running !== mine) return;
		running = null;
		const button = pending;
		pending = null;
		if (button && !controller.signal.aborted) form.requestSubmit(button.form ? button : undefined);
	}

	input.addEventListener("change", () => {
		if (running) running.controller.abort();
		running = null;
		pending = null;
		const file = input.files[0];
		say("");
		if (!file) return;
		if (file.size > Number(text.most)) {
			say(text.large);
			input.value = "";
		} else if (file.size > piece) {
			start(file);
		}
	});

	form.addEventListener("submit", (event) => {
		if (!running) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		pending = event.submitter || form;
		say(text.soon);
	}, true);
})();
