// The table as cells: where one stands, what is chosen, how a cell looks. It saves nothing.
import { verdicts, word } from "./words.js";

const LOOKS = verdicts.map((one) => one.style).concat("v-0");

export class Sheet {
  constructor(table) {
    this.table = table;
    this.box = table.closest(".gridbox");
    this.rows = Array.from(table.tBodies[0].rows);
    this.controls = Array.from(table.querySelectorAll("col[data-c]"), (col) => col.dataset.c);
    this.width = this.controls.length;
    this.known = new Map();
    this.at = { r: 0, c: 0 };
    this.from = this.at;
    this.chosen = [];
    table.querySelectorAll("td").forEach((td) => td.setAttribute("role", "gridcell"));
    table.setAttribute("role", "grid");
    table.setAttribute("aria-multiselectable", "true");
    this.box.removeAttribute("tabindex");
    this.rows.forEach((row) => { row.cells[0].firstElementChild.tabIndex = -1; });
    this.td(0, 0).tabIndex = 0;
  }

  td(r, c) {
    return this.rows[r].cells[c + 1];
  }

  // A cell's state, read from the table the first time that it is needed.
  cell(r, c) {
    const key = r * this.width + c;
    let cell = this.known.get(key);
    if (!cell) {
      cell = this.read(r, c);
      this.known.set(key, cell);
    }
    return cell;
  }

  read(r, c) {
    const row = this.rows[r];
    row.versions ??= row.dataset.v.split(",");
    const td = this.td(r, c);
    const shown = verdicts.find((one) => td.classList.contains(one.style));
    const last = td.classList.contains("last");
    return {
      r, c, td, audit: row.dataset.a, control: this.controls[c], said: td.getAttribute("aria-label"),
      writable: row.versions[c] !== "", version: Number(row.versions[c]),
      verdict: last ? undefined : shown, proposal: last ? shown : undefined, exception: td.classList.contains("own"),
      pieces: td.querySelector("sup")?.title,
    };
  }

  // Shows the cell as it is: what one wants, else what is stored, else what is proposed.
  paint(cell) {
    const shown = cell.want?.verdict ?? cell.clash?.mine.verdict ?? cell.wrong?.mine.verdict ?? cell.verdict ?? cell.proposal;
    const list = cell.td.classList;
    const proposed = shown === cell.proposal && !cell.want && !cell.verdict && shown !== undefined;
    list.remove(...LOOKS);
    list.add(shown?.style ?? "v-0");
    list.toggle("last", proposed);
    list.toggle("own", Boolean(cell.exception));
    list.toggle("unsaved", Boolean(cell.want));
    list.toggle("clash", Boolean(cell.clash || cell.wrong));
    cell.td.firstChild.data = shown?.key ?? "·";
    const parts = [proposed ? cell.said : shown?.word ?? word("none")];
    if (cell.pieces && !proposed) { parts.push(cell.pieces); }
    if (cell.want) { parts.push(word("pending")); }
    if (cell.clash) { parts.push(word("clashed")); }
    if (cell.wrong) { parts.push(cell.wrong.message); }
    cell.td.setAttribute("aria-label", parts.join(", "));
  }

  // One tab stop: the cell where one stands, or a row's own link in column -1.
  go(r, c, extend) {
    this.stop().tabIndex = -1;
    this.at = { r: Math.max(0, Math.min(r, this.rows.length - 1)), c: Math.max(-1, Math.min(c, this.width - 1)) };
    if (!extend) { this.from = this.at; }
    const stop = this.stop();
    stop.tabIndex = 0;
    this.choose();
    stop.focus();
  }

  stop() {
    return this.at.c < 0 ? this.rows[this.at.r].cells[0].firstElementChild : this.td(this.at.r, this.at.c);
  }

  // The range between where it began and where one stands.
  range() {
    const left = Math.max(0, Math.min(this.from.c, this.at.c));
    return {
      top: Math.min(this.from.r, this.at.r), bottom: Math.max(this.from.r, this.at.r),
      left, right: Math.max(left, this.from.c, this.at.c),
    };
  }

  cells({ top, bottom, left, right } = this.range()) {
    const cells = [];
    for (let r = top; r <= bottom; r++) {
      for (let c = left; c <= right; c++) { cells.push(this.cell(r, c)); }
    }
    return cells;
  }

  choose() {
    const { top, bottom, left, right } = this.range();
    const one = top === bottom && left === right;
    const next = new Set();
    for (let r = top; !one && r <= bottom; r++) {
      for (let c = left; c <= right; c++) { next.add(this.td(r, c)); }
    }
    for (const td of this.chosen) {
      if (!next.has(td)) { td.removeAttribute("aria-selected"); }
    }
    next.forEach((td) => td.setAttribute("aria-selected", "true"));
    this.chosen = next;
  }

  // How many rows a page holds.
  page() {
    return Math.max(1, Math.floor(this.box.clientHeight / this.rows[0].offsetHeight) - 3);
  }

  // The row under the columns says how many answers are missing.
  recount(c) {
    let missing = 0;
    for (let r = 0; r < this.rows.length; r++) {
      const td = this.td(r, c);
      const known = this.known.get(r * this.width + c);
      const empty = td.classList.contains("v-0") || td.classList.contains("last");
      if (known ? !known.verdict && !td.classList.contains("v-off") : empty) { missing++; }
    }
    this.table.tFoot.rows[0].cells[c + 1].textContent = missing === 0 ? "—" : String(missing);
  }
}
