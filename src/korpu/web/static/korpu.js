// What the pages do beyond links and forms; without this file all of them can still be read.
"use strict";

const panel = document.getElementById("evidence");
let opener = null;

// A figure's sentence opens beside it; Esc and the cross close it and lead back to the figure.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".refs a, a[data-evidence]");
  if (!link || !panel || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  opener = link;
  const address = new URL(link.href);
  htmx.ajax("GET", `${address.pathname}/evidence${address.search}`, { target: panel, swap: "innerHTML" });
});
document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.target === panel && detail.elt !== panel && detail.elt !== document.body) opener = detail.elt;
});
// The keyboard goes on in the panel, which stands at the end of the page: all the rest would lie between.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target !== panel) return;
  panel.hidden = false;
  panel.focus({ preventScroll: true });
});
function closePanel() {
  if (!panel || panel.hidden) return;
  panel.hidden = true;
  panel.replaceChildren();
  opener?.focus();
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closePanel();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) closePanel();
});

// A date that is chosen is shown at once.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form.times");
  if (form && event.target.type === "date") form.requestSubmit();
});

// Empty fields stay out of addresses.
document.addEventListener("submit", (event) => {
  if (event.target.method !== "get") return;
  for (const field of event.target.elements) if (field.name && !field.value) field.disabled = true;
});
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form[method=get] :disabled")) field.disabled = false;
});
