// The page of a document: a claim and its words light up together.
"use strict";

function light(claim, on) {
  for (const mark of document.querySelectorAll(`mark[data-claims~="${claim}"]`)) mark.classList.toggle("lit", on);
  document.getElementById(`claim-${claim}`)?.classList.toggle("lit", on);
}
function claimAt(target) {
  const note = target.closest?.("[data-claim]");
  if (note) return note.dataset.claim;
  const ref = target.closest?.(".refs a");
  return ref?.hash.startsWith("#claim-") ? ref.hash.slice(7) : target.closest?.("mark[data-claims]")?.dataset.claims.split(" ")[0];
}
for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  document.addEventListener(begin, (event) => { const claim = claimAt(event.target); if (claim) light(claim, true); });
  document.addEventListener(end, (event) => { const claim = claimAt(event.target); if (claim) light(claim, false); });
}
