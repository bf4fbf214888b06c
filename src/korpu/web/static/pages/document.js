// The page of a document: a claim and its words light up together; a claim is added from words that are selected.
"use strict";

function light(claim, on) {
  for (const mark of document.querySelectorAll(`mark[data-claims~="${claim}"]`)) mark.classList.toggle("lit", on);
  document.getElementById(`claim-${claim}`)?.classList.toggle("lit", on);
}
function claimAt(target) {
  const note = target.closest?.("[data-claim]");
  if (note) return note.dataset.claim;
  const ref = target.closest?.(".numbers a");
  return ref?.hash.startsWith("#claim-") ? ref.hash.slice(7) : target.closest?.("mark[data-claims]")?.dataset.claims.split(" ")[0];
}
for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  document.addEventListener(begin, (event) => { const claim = claimAt(event.target); if (claim) light(claim, true); });
  document.addEventListener(end, (event) => { const claim = claimAt(event.target); if (claim) light(claim, false); });
}

// Places in a document are counted in code points, and in strings here in UTF-16 units.
function placeOf(node, offset) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!piece) return null;
  const range = document.createRange();
  range.setStart(piece, 0);
  range.setEnd(node, offset);
  return Number(piece.dataset.start) + [...range.toString()].length;
}
// What is selected may begin or end between pieces: in a number behind a sentence, or in a blank line.
function selected() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const paper = document.querySelector(".paper");
  if (!paper || !paper.contains(range.commonAncestorContainer)) return null;
  const within = [...paper.querySelectorAll("[data-start]")].filter((piece) => range.intersectsNode(piece));
  if (!within.length) return null;
  const first = within[0], last = within[within.length - 1];
  const start = placeOf(range.startContainer, range.startOffset) ?? Number(first.dataset.start);
  const end = placeOf(range.endContainer, range.endOffset) ?? Number(last.dataset.start) + [...last.textContent].length;
  return start < end && range.toString().trim() ? { start, end, box: range.getBoundingClientRect() } : null;
}
const adding = document.getElementById("from-selection");
if (adding) {
  document.addEventListener("selectionchange", () => {
    const found = selected();
    adding.hidden = !found;
    if (!found) return;
    const { start, end, box } = found;
    adding.href = `${adding.dataset.path}${adding.dataset.path.includes("?") ? "&" : "?"}start=${start}&end=${end}`;
    const room = document.documentElement.clientWidth - adding.offsetWidth - 8;
    adding.style.left = `${Math.max(8, Math.min(box.left, room)) + scrollX}px`;
    adding.style.top = `${box.bottom + scrollY + 8}px`;
  });
}
// A paragraph is put anew when a claim of it is judged; the keyboard stays at the claim.
let judged = null;
document.addEventListener("htmx:beforeRequest", ({ detail }) => { judged = detail.elt.closest("form") ? detail.elt.closest("[data-claim]") : null; });
document.addEventListener("htmx:afterSettle", () => {
  if (!judged || document.contains(judged)) return;
  document.getElementById(judged.id)?.querySelector(".actions button, .actions a")?.focus({ preventScroll: true });
  judged = null;
});
// A form that could not be sent is sent as a plain one, which tells why.
document.addEventListener("htmx:responseError", (event) => event.detail.elt.closest("form[method=post]")?.submit());
