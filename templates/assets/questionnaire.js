/* Filters the questionnaire's rows while words are being typed. The form does the same without this script. */
"use strict";
{
	const fold = (text) => text.toLowerCase().replace(/ё/g, "е");
	const box = document.getElementById("q");
	const sections = [...document.querySelectorAll("section.domain")];

	const narrow = () => {
		const words = fold(box.value).split(/\s+/).filter(Boolean);
		for (const section of sections) {
			let left = 0;
			for (const row of section.querySelectorAll("tbody tr")) {
				const text = fold(row.querySelector("th a").textContent);
				row.hidden = !words.every((word) => text.includes(word));
				left += row.hidden ? 0 : 1;
			}
			section.hidden = left === 0;
		}
	};
	/* Words that the server has filtered by already may be widened only by asking it again. */
	if (box && box.value === "")
		box.addEventListener("input", narrow);
}
