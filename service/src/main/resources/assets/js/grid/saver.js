// Sends what is typed, by lots. What has not left stays here, is tried again, and the page warns who would leave it.
import { byCode, word } from "./words.js";

const LOT = 300;
const BYTES = 48 * 1024;

export class Saver {
  constructor(table, changed) {
    this.table = table;
    this.changed = changed;
    this.waiting = new Set();
    this.stuck = new Set();
    this.drafts = new Set();
    this.saidNode = document.getElementById("grid-said");
    addEventListener("beforeunload", (event) => {
      if (this.waiting.size + this.stuck.size + this.drafts.size > 0) { event.preventDefault(); }
    });
    addEventListener("online", () => this.later(0));
  }

  // Words that are being typed beside a cell, kept until they leave with an answer.
  draft(cell, text) {
    cell.draft = text;
    this.drafts.add(cell);
  }

  // Wants a value for a cell; what was refused before is settled by it.
  want(cell, value) {
    cell.want = value.last ? value : { comment: cell.draft, ...value };
    cell.draft = undefined;
    this.drafts.delete(cell);
    cell.clash = undefined;
    cell.wrong = undefined;
    this.stuck.delete(cell);
    this.waiting.add(cell);
    this.changed(cell);
    this.later(120);
  }

  // Takes a cell back before it has left; false once it is on its way.
  forget(cell) {
    if (!cell.want || cell.sent) { return false; }
    cell.want = undefined;
    this.waiting.delete(cell);
    this.changed(cell);
    this.say();
    return true;
  }

  // Lets what is stored stand, in place of what one had typed.
  settle(cell, theirs) {
    cell.verdict = byCode(theirs?.verdict);
    cell.version = theirs?.version ?? cell.version;
    cell.clash = undefined;
    cell.wrong = undefined;
    cell.draft = undefined;
    this.drafts.delete(cell);
    this.stuck.delete(cell);
    this.changed(cell);
    this.say();
  }

  later(time) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), time);
    this.say();
  }

  async send() {
    if (this.busy || this.waiting.size === 0) { return; }
    this.busy = true;
    const lot = this.lot();
    let wait = 0;
    try {
      const reply = await fetch("/grille/reponses", {
        method: "POST",
        redirect: "manual",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": this.table.dataset.csrf },
        body: JSON.stringify({ cells: lot.map((cell) => this.body(cell)) }),
      });
      wait = await this.hear(reply, lot);
    } catch {
      wait = this.again(word("offline"));
    }
    lot.forEach((cell) => { cell.sent = undefined; });
    this.busy = false;
    this.say();
    if (this.waiting.size > 0) { this.later(wait); }
  }

  lot() {
    const lot = [];
    let bytes = 0;
    for (const cell of this.waiting) {
      bytes += 160 + 3 * (cell.want.comment?.length ?? 0);
      if (lot.length === LOT || (bytes > BYTES && lot.length > 0)) { break; }
      cell.sent = cell.want;
      lot.push(cell);
    }
    return lot;
  }

  body(cell) {
    const { verdict, comment, last } = cell.sent;
    return { audit: cell.audit, control: cell.control, seen: cell.version, verdict: verdict.code, comment: comment ?? null, last: Boolean(last) };
  }

  // Milliseconds to wait before the next lot.
  async hear(reply, lot) {
    if (reply.ok) {
      this.failures = 0;
      this.trouble = "";
      const cells = await reply.json();
      const found = new Map(cells.map((one) => [`${one.audit}/${one.control}`, one]));
      lot.forEach((cell) => this.end(cell, found.get(`${cell.audit}/${cell.control}`)));
      return 0;
    }
    if (reply.type === "opaqueredirect" || reply.status === 401 || reply.status === 403) {
      await this.renew();
      return this.again(word("signed"));
    }
    if (reply.status === 429 || reply.status >= 500) { return this.again(word("offline")); }
    const problem = await reply.json().catch(() => ({}));
    lot.forEach((cell) => this.refuse(cell, { message: problem.detail ?? problem.title ?? String(reply.status) }));
    return 0;
  }

  // The form token belongs to the session: after another sign-in, the page's own address gives the new one.
  async renew() {
    const page = await (await fetch(location.href)).text();
    const table = new DOMParser().parseFromString(page, "text/html").getElementById("grid");
    if (table) { this.table.dataset.csrf = table.dataset.csrf; }
  }

  again(why) {
    this.failures = (this.failures ?? 0) + 1;
    this.trouble = why;
    return Math.min(30_000, 1_000 * 2 ** Math.min(5, this.failures - 1));
  }

  end(cell, outcome) {
    const typedSince = cell.want !== cell.sent;
    if (outcome?.kind === "SAVED") {
      cell.verdict = byCode(outcome.verdict);
      cell.version = outcome.version;
      cell.exception = outcome.exception;
    } else if (!typedSince) {
      this.refuse(cell, outcome ?? { message: "" });
      return;
    }
    if (!typedSince) {
      cell.want = undefined;
      this.waiting.delete(cell);
    }
    this.changed(cell);
  }

  refuse(cell, outcome) {
    const mine = cell.want;
    cell.want = undefined;
    this.waiting.delete(cell);
    this.stuck.add(cell);
    if (mine.comment !== undefined) { this.draft(cell, mine.comment); }
    if (outcome.kind === "STALE") {
      cell.clash = { mine, theirs: outcome };
    } else {
      cell.wrong = { mine, message: outcome.message, reason: outcome.kind === "REASON" };
    }
    this.changed(cell);
  }

  // How things stand, in words and numbers.
  say() {
    const clashes = Array.from(this.stuck).filter((cell) => cell.clash).length;
    const said = [
      this.trouble && this.waiting.size > 0 ? this.trouble : "",
      this.waiting.size > 0 ? `${word("saving")} ${this.waiting.size}` : "",
      clashes > 0 ? `${word("clash")} ${clashes}` : "",
      this.stuck.size > clashes ? `${word("wrong")} ${this.stuck.size - clashes}` : "",
    ].filter(Boolean);
    const text = said.join(" · ") || word("saved");
    if (this.saidNode.textContent !== text) { this.saidNode.textContent = text; }
  }
}
