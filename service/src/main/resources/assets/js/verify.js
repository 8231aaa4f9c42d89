// Reckons a file's SHA-256 in the browser: the file goes nowhere, its digest alone is asked about.
"use strict";

const row = document.getElementById("choisir");
const chosen = document.getElementById("fichier");
const digest = document.getElementById("empreinte");

if (row && window.crypto && window.crypto.subtle) {
  row.hidden = false;
  chosen.addEventListener("change", async () => {
    const file = chosen.files[0];
    if (!file) {
      return;
    }
    const hash = await window.crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    digest.value = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
    digest.form.requestSubmit();
  });
}
