// Beside the grid: the chosen cell in words. What stands on the control's own page is read from there, on demand.
import { byCode } from "./words.js";

const node = (id) => document.getElementById(id);
const PAUSE = 350;

export class Panel {
  constructor(sheet, saver, save) {
    this.sheet = sheet;
    this.saver = saver;
    this.save = save;
    node("clash-keep").addEventListener("click", () => this.settle((cell) => {
      cell.version = cell.clash.theirs.version;
      this.saver.want(cell, cell.clash.mine);
    }));
    node("clash-take").addEventListener("click", () => this.settle((cell) => this.saver.settle(cell, cell.clash.theirs)));
    node("panel-confirm").addEventListener("click", () => this.settle((cell) => this.save([cell], (one) => ({ verdict: one.proposal, last: true }))));
    node("panel-answers").addEventListener("click", (event) => {
      const code = event.target.closest("[data-answer]")?.dataset.answer;
      if (code) { this.settle(() => this.save(this.sheet.cells(), () => ({ verdict: byCode(code) }))); }
    });
    node("panel-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.settle((cell) => this.save([cell], (one) => ({ verdict: this.verdict(one), comment: node("panel-comment").value })));
    });
    node("panel-comment").addEventListener("input", (event) => this.saver.draft(this.cell, event.target.value));
    node("panel").addEventListener("keydown", (event) => {
      if (event.key === "Escape") { this.back(); }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) { node("panel-form").requestSubmit(); }
    });
  }

  verdict(cell) {
    return cell.want?.verdict ?? cell.clash?.mine.verdict ?? cell.wrong?.mine.verdict ?? cell.verdict;
  }

  settle(gesture) {
    gesture(this.cell);
    this.back();
  }

  back() {
    this.sheet.go(this.sheet.at.r, this.sheet.at.c, false);
  }

  // Shows what the page knows at once, and asks for the rest when one stays.
  show(cell) {
    const other = cell !== this.cell;
    this.cell = cell;
    node("panel-none").hidden = true;
    node("panel-cell").hidden = false;
    node("panel-school").textContent = this.sheet.rows[cell.r].cells[0].firstElementChild.textContent;
    const head = this.sheet.table.tHead.rows[0].cells[cell.c + 1];
    node("panel-title").textContent = head.lastElementChild.textContent;
    node("panel-code").textContent = cell.control;
    node("panel-link").href = `/audits/${cell.audit}/mesures/${cell.control}`;
    node("panel-clash").hidden = !cell.clash;
    if (cell.clash) {
      node("clash-mine").replaceChildren(this.mark(cell.clash.mine.verdict?.code));
      const { verdict, by } = cell.clash.theirs;
      node("clash-theirs").replaceChildren(this.mark(verdict), this.quiet(by));
    }
    node("panel-wrong").hidden = !cell.wrong;
    node("wrong-text").textContent = cell.wrong?.message ?? "";
    node("panel-form").hidden = !cell.writable;
    node("panel-answers").hidden = !cell.writable;
    node("panel-confirm").hidden = !cell.proposal || Boolean(cell.verdict) || Boolean(cell.clash);
    if (other) {
      node("panel-ask").replaceChildren();
      node("panel-now").replaceChildren();
      node("panel-comment").value = cell.draft ?? "";
      this.ask(cell, PAUSE);
    }
  }

  refresh(cell) {
    if (cell === this.cell) {
      this.show(cell);
      this.ask(cell, PAUSE);
    }
  }

  // Goes into the panel: to the field that is waited for, else to the first thing that can be done.
  enter(cell) {
    this.show(cell);
    const first = cell.clash ? node("clash-keep") : cell.writable ? node("panel-comment") : node("panel-link");
    first.focus();
  }

  ask(cell, pause) {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.timer = setTimeout(() => this.read(cell), pause);
  }

  async read(cell) {
    this.asked = new AbortController();
    try {
      const reply = await fetch(node("panel-link").href, { signal: this.asked.signal, headers: { Accept: "text/html" } });
      if (reply.ok && cell === this.cell) { this.fill(new DOMParser().parseFromString(await reply.text(), "text/html")); }
    } catch {
      // Moved on, or no connection: the saver says the latter.
    }
  }

  fill(page) {
    const bare = (selector) => Array.from(page.querySelectorAll(selector), (one) => {
      const part = document.createElement("p");
      part.className = one.classList.contains("prov") ? one.className : "small";
      part.textContent = one.textContent.replace(/\s+/g, " ").trim();
      return part;
    }).filter((part) => part.textContent);
    node("panel-ask").replaceChildren(...bare(".ask"));
    node("panel-now").replaceChildren(...bare("#dit .prov, #dit .pre, #fait, #pieces .what"));
    const comment = page.getElementById("comment");
    if (comment && this.cell.draft === undefined) { node("panel-comment").value = comment.defaultValue; }
  }

  // A verdict's mark and word, out of the page's own.
  mark(code) {
    return document.querySelector(`#grid-words [data-verdict="${code ?? ""}"]`).firstElementChild.cloneNode(true);
  }

  quiet(text) {
    const span = document.createElement("span");
    span.className = "quiet sub";
    span.textContent = text ?? "";
    return span;
  }
}
