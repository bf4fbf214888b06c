// The files that were chosen, by name; and a word where they are more than one upload may bring.
"use strict";

const files = document.getElementById("files");
const chosen = document.getElementById("chosen");

function line(text, name) {
  const item = document.createElement("li");
  item.textContent = text;
  if (name) item.className = name;
  return item;
}

files.addEventListener("change", () => {
  const size = [...files.files].reduce((sum, file) => sum + file.size, 0);
  const lines = [...files.files].map((file) => line(`${file.name} · ${Math.max(1, Math.round(file.size / 1000))} kB`));
  if (size > Number(files.dataset.limit)) lines.unshift(line(chosen.dataset.tooMuch, "too-much"));
  chosen.replaceChildren(...lines);
  chosen.hidden = lines.length === 0;
});
