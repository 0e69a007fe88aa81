// The form for correcting an event, or adding one from words that are selected in the text.

import { say } from "./changes.js";

const dialog = document.getElementById("edit");
const form = document.getElementById("edit-form");
const title = document.getElementById("edit-title");
const quote = document.getElementById("edit-evidence");
const wrong = form.querySelector(".wrong");
let modes = {}, words = {}, save = null, missing = null;

export function prepare(dataset) {
  words = dataset;
  modes = JSON.parse(dataset.modes);
}

export function openCorrection(event, done) {
  missing = null;
  fill(event, title.dataset.correct);
  save = done;
}

export function openMissing(done) {
  const found = selected();
  if (!found) { say(words.select); return; }
  missing = found;
  fill({ type: "CONSULT", mode: "", status: "actual", actors: [], recipients: [], date: "", place: "" }, title.dataset.missing);
  form.elements.trigger.value = found.text;
  quote.textContent = found.text;
  save = done;
}

/** The selected words, and where they stand in the article in code points. */
function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end, text: String(selection) };
}

function offset(node, inside) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node.childNodes[inside] ?? node.lastChild)?.closest?.("[data-s]");
  if (!piece) return null;
  const before = node.nodeType === Node.TEXT_NODE ? [...node.data.slice(0, inside)].length : 0;
  return Number(piece.dataset.s) + before;
}

function fill(event, heading) {
  title.textContent = heading;
  wrong.textContent = "";
  quote.hidden = !missing;
  document.getElementById("edit-trigger").hidden = !missing;
  for (const name of ["type", "status", "date", "place"]) form.elements[name].value = event[name];
  fillModes(event.mode ?? "");
  for (const side of ["actors", "recipients"]) {
    const rows = form.querySelector(`[data-side="${side}"] .rows`);
    rows.replaceChildren();
    for (const party of event[side].length ? event[side] : [{ text: "", code: "" }]) addRow(rows, party);
  }
  dialog.showModal();
  form.elements.type.focus();
}

function fillModes(chosen) {
  const names = ["", ...modes[form.elements.type.value]];
  form.elements.mode.replaceChildren(...names.map((name) => new Option(name || "–", name)));
  form.elements.mode.value = names.includes(chosen) ? chosen : "";
}

function addRow(rows, party) {
  const row = document.getElementById("party").content.cloneNode(true);
  row.querySelector('[name="text"]').value = party.text;
  row.querySelector('[name="code"]').value = party.code;
  rows.append(row);
}

function parties(side) {
  return [...form.querySelectorAll(`[data-side="${side}"] .row`)]
    .map((row) => ({ text: row.querySelector('[name="text"]').value.trim(), code: row.querySelector('[name="code"]').value.trim() }))
    .filter((party) => party.text);
}

form.elements.type.addEventListener("change", () => fillModes(form.elements.mode.value));
form.addEventListener("click", (event) => {
  const side = event.target.dataset?.add;
  if (side) addRow(form.querySelector(`[data-side="${side}"] .rows`), { text: "", code: "" });
});
document.getElementById("edit-cancel").addEventListener("click", () => dialog.close());
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const fields = {
    type: form.elements.type.value,
    mode: form.elements.mode.value || null,
    status: form.elements.status.value,
    actors: parties("actors"),
    recipients: parties("recipients"),
    date: form.elements.date.value.trim(),
    place: form.elements.place.value.trim(),
  };
  if (missing) Object.assign(fields, { start: missing.start, end: missing.end, trigger: form.elements.trigger.value });
  try {
    await save(fields);
    dialog.close();
  } catch (error) {
    wrong.textContent = error.message;
  }
});
