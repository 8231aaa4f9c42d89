// The grid as a spreadsheet: keys, ranges, the clipboard. The page is a plain table without it.
import { Panel } from "./grid/panel.js";
import { Saver } from "./grid/saver.js";
import { Sheet } from "./grid/sheet.js";
import { tell, verdictOf, verdicts, word } from "./grid/words.js";

const table = document.getElementById("grid");

const start = () => {
  const sheet = new Sheet(table);
  const done = [];
  let panel;
  const columns = new Set();
  const saver = new Saver(table, (cell) => {
    sheet.paint(cell);
    panel.refresh(cell);
    if (columns.size === 0) {
      requestAnimationFrame(() => {
        columns.forEach((c) => sheet.recount(c));
        columns.clear();
      });
    }
    columns.add(cell.c);
  });

  // One action on some cells, remembered so that it can be taken back; the number of cells that it changes.
  const act = (cells, value) => {
    const changed = cells.filter((cell) => cell.writable && value(cell)?.verdict);
    if (changed.length === 0) {
      tell(word("read"));
      return 0;
    }
    done.push(changed.map((cell) => ({ cell, verdict: cell.verdict })));
    changed.forEach((cell) => saver.want(cell, value(cell)));
    return changed.length;
  };
  panel = new Panel(sheet, saver, act);

  // Goes back by a new save. An answer that was not there can't be taken away again, unless it has not left yet.
  const undo = () => {
    const last = done.pop();
    if (!last) {
      tell(word("nothing"));
      return;
    }
    let kept = false;
    for (const { cell, verdict } of last) {
      if (saver.forget(cell)) { continue; }
      if (verdict) { saver.want(cell, { verdict }); } else { kept = true; }
    }
    tell(word(kept ? "kept" : "undone"));
  };

  const fillDown = () => {
    const range = sheet.range();
    const top = range.top === range.bottom ? range.top - 1 : range.top;
    if (top < 0) { return; }
    const cells = sheet.cells({ ...range, top: top + 1 });
    act(cells, (cell) => ({ verdict: panel.verdict(sheet.cell(top, cell.c)) }));
  };

  const { rows, width } = sheet;
  const moves = {
    ArrowUp: (at, far) => [far ? 0 : at.r - 1, at.c],
    ArrowDown: (at, far) => [far ? rows.length - 1 : at.r + 1, at.c],
    ArrowLeft: (at, far) => [at.r, far ? 0 : at.c - 1],
    ArrowRight: (at, far) => [at.r, far ? width - 1 : at.c + 1],
    Home: (at, far) => [far ? 0 : at.r, 0],
    End: (at, far) => [far ? rows.length - 1 : at.r, width - 1],
    PageUp: (at) => [at.r - sheet.page(), at.c],
    PageDown: (at) => [at.r + sheet.page(), at.c],
  };

  const here = () => sheet.cell(sheet.at.r, Math.max(0, sheet.at.c));
  const follow = () => { if (sheet.at.c >= 0) { panel.show(here()); } };

  const command = (key) => {
    if (key === "z") { undo(); } else if (key === "d") { fillDown(); } else { return false; }
    return true;
  };

  const type = (event) => {
    const verdict = verdicts.find((one) => one.key === event.key.toUpperCase());
    if (verdict) { act(sheet.cells(), () => ({ verdict })); return true; }
    if (event.key.toUpperCase() === "O") { act(sheet.cells(), (cell) => (cell.verdict ? undefined : { verdict: cell.proposal, last: true })); return true; }
    if (event.key === "Delete" || event.key === "Backspace") { tell(word("kept")); return true; }
    if (event.key === "Enter" || event.key === "F2") { panel.enter(here()); return true; }
    return false;
  };

  table.addEventListener("keydown", (event) => {
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey || (sheet.at.c < 0 && event.key === "Enter")) { return; }
    const move = moves[event.key];
    if (move) {
      const [r, c] = move(sheet.at, control);
      sheet.go(r, event.shiftKey ? Math.max(0, c) : c, event.shiftKey);
      follow();
      const { top, bottom, left, right } = sheet.range();
      if (event.shiftKey) { tell(`${word("selected")} ${(bottom - top + 1) * (right - left + 1)}`); }
    } else if (!(control ? command(event.key.toLowerCase()) : type(event))) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });

  table.addEventListener("mousedown", (event) => {
    const td = event.target.closest("tbody td");
    if (td) {
      event.preventDefault();
      sheet.go(td.parentElement.sectionRowIndex, td.cellIndex - 1, event.shiftKey);
      follow();
    }
  });
  table.addEventListener("focusin", follow);

  const inGrid = () => table.contains(document.activeElement) && sheet.at.c >= 0;
  document.addEventListener("copy", (event) => {
    if (!inGrid()) { return; }
    const { top, bottom, left, right } = sheet.range();
    const lines = [];
    for (let r = top; r <= bottom; r++) {
      lines.push(sheet.cells({ top: r, bottom: r, left, right }).map((cell) => panel.verdict(cell)?.word ?? "").join("\t"));
    }
    event.clipboardData.setData("text/plain", lines.join("\n"));
    event.preventDefault();
    tell(`${word("copied")} ${lines.length * (right - left + 1)}`);
  });
  document.addEventListener("paste", (event) => {
    if (!inGrid()) { return; }
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    const lines = text.split("\n").map((line) => line.split("\t").map(verdictOf));
    const { top, bottom, left, right } = sheet.range();
    const one = lines.length === 1 && lines[0].length === 1;
    const to = one ? { top, bottom, left, right } : {
      top, left, bottom: Math.min(rows.length, top + lines.length) - 1,
      right: Math.min(width, left + Math.max(...lines.map((line) => line.length))) - 1,
    };
    const pasted = act(sheet.cells(to), (cell) => ({ verdict: one ? lines[0][0] : lines[cell.r - top][cell.c - left] }));
    if (pasted > 0) { tell(`${word("pasted")} ${pasted}`); }
  });
};

// The theme that one is on is in sight, among its neighbours.
const tab = document.querySelector(".tabs [aria-current]");
if (tab) {
  const bar = tab.closest(".tabs");
  bar.scrollLeft = tab.offsetLeft - bar.offsetLeft - (bar.clientWidth - tab.offsetWidth) / 2;
}
if (table) { start(); }
