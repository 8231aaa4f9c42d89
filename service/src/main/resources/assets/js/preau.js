// What a page gains when scripts run; every page works without.
"use strict";

// The letter shown beside a choice picks it, or confirms what stands there; where many are asked, in the first that is
// not answered. Inert while one types.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input:not([type=radio]), textarea, select, [contenteditable]")) {
    return;
  }
  const open = Array.from(document.querySelectorAll("fieldset[data-keys]")).find((one) => !one.querySelector(":checked"));
  const within = open ? open.querySelectorAll("[data-key]") : document.querySelectorAll(".choices [data-key], .confirm [data-key]");
  const choice = Array.from(within)
    .find((input) => input.dataset.key === event.key.toUpperCase() && !input.disabled);
  if (choice) {
    event.preventDefault();
    choice.focus();
    choice.click();
  }
});

// A list of things to correct is read first, unless one is typing.
const announce = () => {
  if (!document.activeElement?.matches("textarea, input:not([type=radio])")) {
    document.querySelector("[data-announce]")?.focus();
  }
};
document.addEventListener("DOMContentLoaded", announce);
document.addEventListener("htmx:afterSwap", () => {
  for (const slot of document.querySelectorAll("[data-of]")) {
    const wrong = slot.childElementCount > 0;
    slot.closest(".field").classList.toggle("is-wrong", wrong);
    const input = document.getElementById(slot.dataset.of);
    if (wrong && input.matches("textarea")) {
      input.setAttribute("aria-invalid", "true");
    } else {
      input.removeAttribute("aria-invalid");
    }
  }
  announce();
});

// A button pressed while a choice is being saved waits for it: the two are one person's, not a conflict.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.classList.contains("htmx-request")) {
    event.preventDefault();
    const again = () => setTimeout(() => form.requestSubmit(event.submitter));
    form.addEventListener("htmx:afterRequest", again, { once: true });
  }
});

// A lost connection is said until the next request leaves.
const say = (text) => { document.getElementById("live").textContent = text; };
document.addEventListener("htmx:sendError", () => say(document.getElementById("live").dataset.offline));
document.addEventListener("htmx:beforeRequest", () => say(""));

// A file that is too large is said before it is sent.
document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.matches("[data-most]")) {
    const large = Array.from(input.files).some((file) => file.size > Number(input.dataset.most));
    input.setCustomValidity(large ? input.dataset.large : "");
    input.reportValidity();
  }
});

// A chosen file is read into the text below it: one sees what will be sent. Without scripts one pastes it there.
document.addEventListener("DOMContentLoaded", () => {
  for (const field of document.querySelectorAll("[data-file]")) {
    field.hidden = false;
    field.querySelector("input").addEventListener("change", async (event) => {
      const file = event.target.files[0];
      if (file) {
        const bytes = await file.arrayBuffer();
        let text;
        try {
          text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        } catch {
          text = new TextDecoder("windows-1252").decode(bytes);
        }
        document.getElementById(event.target.dataset.into).value = text;
      }
    });
  }
});
