// The grid's words, as the page brings them in its language, and the five answers with their letters.
const holder = document.getElementById("grid-words");
const live = document.getElementById("grid-live");

export const word = (name) => holder.dataset[name];

export const verdicts = Array.from(holder.querySelectorAll("[data-key]"), (one) => ({
  code: one.dataset.verdict, key: one.dataset.key, style: one.dataset.style, word: one.dataset.word,
}));
export const byCode = (code) => verdicts.find((one) => one.code === code);
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[_\s]+/g, " ").trim().toUpperCase();
const known = new Map(verdicts.flatMap((one) => [one.code, one.key, one.word].map((name) => [fold(name), one])));

// A verdict by its letter, its word or its code; undefined for anything else.
export const verdictOf = (text) => known.get(fold(text));

// Said to who listens, once.
export const tell = (text) => {
  live.textContent = "";
  live.textContent = text;
};
