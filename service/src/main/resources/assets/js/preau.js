// What a page gains when scripts run; every page works without.
"use strict";

// The letter shown beside a choice picks it. Inert while one types.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input:not([type=radio]), textarea, select, [contenteditable]")) {
    return;
  }
  const choice = Array.from(document.querySelectorAll(".choices [data-key]"))
    .find((input) => input.dataset.key === event.key.toUpperCase() && !input.disabled);
  if (choice) {
    event.preventDefault();
    choice.focus();
    choice.click();
  }
});

// A list of things to correct is read first.
const announce = (root) => root.querySelector("[data-announce]")?.focus();
document.addEventListener("DOMContentLoaded", () => announce(document));
document.addEventListener("htmx:afterSwap", (event) => announce(event.target));

// A lost connection is said until the next request leaves.
const say = (text) => { document.getElementById("live").textContent = text; };
document.addEventListener("htmx:sendError", () => say(document.getElementById("live").dataset.offline));
document.addEventListener("htmx:beforeRequest", () => say(""));
