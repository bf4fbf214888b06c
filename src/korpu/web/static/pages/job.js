// A job as it goes on: a line for each document that is done; when all are, the page with what is new.
"use strict";

const progress = document.querySelector("[data-events]");
const outcomes = document.getElementById("outcomes");
const stream = new EventSource(progress.dataset.events);

stream.addEventListener("document", (event) => {
  if (Number(event.lastEventId) > outcomes.children.length) outcomes.insertAdjacentHTML("beforeend", event.data);
});
stream.addEventListener("progress", (event) => {
  const [done, words] = JSON.parse(event.data);
  progress.querySelector("progress").value = done;
  progress.querySelector("#progress").textContent = words;
});
stream.addEventListener("end", () => {
  stream.close();
  location.reload();
});
stream.addEventListener("error", () => {
  if (stream.readyState === EventSource.CLOSED) location.reload();
});
