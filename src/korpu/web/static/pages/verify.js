// A verified draft: from verdict to verdict by keyboard, and the wordings into the clipboard.
"use strict";

const results = document.querySelector(".verified");
const said = document.getElementById("said");

function notes() {
  return [...results.querySelectorAll(".note")].filter((note) => note.offsetParent !== null);
}

function move(step) {
  const shown = notes();
  if (!shown.length) return;
  const here = shown.indexOf(document.activeElement.closest(".note"));
  const next = here < 0 ? nearest(shown, step) : shown[(here + step + shown.length) % shown.length];
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

// From no note: the first below the top of the window, or the last above it.
function nearest(shown, step) {
  const below = shown.filter((note) => note.getBoundingClientRect().top > 80);
  const above = shown.filter((note) => note.getBoundingClientRect().top <= 80);
  return step > 0 ? below[0] || shown[0] : above.at(-1) || shown.at(-1);
}

function select(element) {
  if (element.select) {
    element.closest("details").open = true;
    element.focus();
    element.select();
    return;
  }
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

async function copy(button) {
  const whole = button.dataset.copy === "whole";
  const from = whole ? results.querySelector(".plain-text") : button.closest(".note").querySelector(".wording");
  let told = said.dataset.copied;
  try {
    await navigator.clipboard.writeText(whole ? from.value : from.textContent);
  } catch {
    // No clipboard outside https and this machine, or it is forbidden.
    select(from);
    told = said.dataset.selected;
  }
  said.textContent = told;
  const label = button.textContent;
  button.textContent = told;
  button.disabled = true;
  setTimeout(() => {
    button.textContent = label;
    button.disabled = false;
  }, 2000);
}

if (results) {
  for (const hidden of results.querySelectorAll(".moves, .copy")) hidden.hidden = false;
  results.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.move) move(Number(button.dataset.move));
    if (button?.dataset.copy) copy(button);
  });
  // Only while the focus is among the verdicts: a letter alone must not do anything elsewhere.
  results.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("textarea, input:not([type=checkbox])")) return;
    const step = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (step) move(step);
  });
}
