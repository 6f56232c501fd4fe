/* compare: comforts of the comparison builder, which does all its work without them.
   - finds indicators while one types
   - leaves empty fields out of the address
   - copies the page's address */
"use strict";
{
	const form = document.getElementById("choice");
	const fold = (text) => text.toLowerCase().replace(/ё/g, "е");
	const add = (where, place, tag, text) => {
		const element = document.createElement(tag);
		element.textContent = text;
		where.insertAdjacentElement(place, element);
		return element;
	};

	const groups = [...form.querySelectorAll("details.group")];
	const wasOpen = new Map(groups.map((group) => [group, group.open]));
	const label = add(form.querySelector("fieldset legend"), "afterend", "label", form.dataset.find);
	const box = add(label, "beforeend", "input", "");
	label.className = "find";
	box.type = "search";
	/* Filtering must not send the form. */
	box.addEventListener("keydown", (event) => {
		if (event.key === "Enter") event.preventDefault();
	});
	box.addEventListener("input", () => {
		const words = fold(box.value).split(/\s+/).filter(Boolean);
		for (const group of groups) {
			let left = 0;
			for (const row of group.querySelectorAll("label")) {
				const text = fold(group.querySelector("summary").textContent + " " + row.textContent);
				row.hidden = !words.every((word) => text.includes(word));
				left += row.hidden ? 0 : 1;
			}
			group.hidden = left === 0;
			group.open = words.length > 0 ? left > 0 : wasOpen.get(group);
		}
	});

	/* Fields that say nothing stay out of the address. */
	form.addEventListener("submit", () => {
		for (const field of form.querySelectorAll("select")) field.disabled = field.value === "";
	});
	addEventListener("pageshow", () => {
		for (const field of form.querySelectorAll("select")) field.disabled = false;
	});

	if (document.querySelector(".multiples") && navigator.clipboard) {
		const actions = add(form, "beforeend", "p", "");
		actions.className = "actions";
		const button = add(actions, "beforeend", "button", form.dataset.copy);
		const said = add(actions, "beforeend", "span", "");
		button.type = "button";
		button.className = "second";
		said.setAttribute("role", "status");
		button.addEventListener("click", async () => {
			await navigator.clipboard.writeText(location.href);
			said.textContent = form.dataset.copied;
		});
	}
}
