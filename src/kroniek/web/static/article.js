// The article page: events by keyboard, their words lit in the text, decisions.

import { change, say } from "./changes.js";
import { dark, light } from "./lighting.js";
import { openCorrection, openMissing, prepare } from "./editing.js";

document.documentElement.classList.add("js");
const reader = document.getElementById("reader");
const list = document.getElementById("cards");
const number = reader.dataset.article;
const blind = reader.dataset.blind === "1";
const suffix = blind ? "?blind=1" : "";
let current = null;

const cards = () => [...list.children];
const told = (card) => JSON.parse(card.dataset.card);

function choose(card, { focus = true, reveal = true } = {}) {
  if (!card) return;
  current?.classList.remove("current");
  current = card;
  card.classList.add("current");
  if (focus) card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  light(told(card), card, reveal);
}

function step(by) {
  const all = cards();
  const at = current ? all.indexOf(current) : -1;
  const next = all[at + by];
  if (next) { choose(next); return; }
  if (current) document.querySelector(`.pager a[rel="${by > 0 ? "next" : "prev"}"]`)?.click();
}

async function refresh(id) {
  const reply = await fetch(`/articles/${number}/events/${id}${suffix}`);
  const old = document.getElementById(`e-${id}`);
  if (reply.status === 404) { old?.remove(); current = null; dark(); return; }
  const made = new DOMParser().parseFromString(await reply.text(), "text/html");
  const card = made.querySelector("li.card");
  if (old) old.replaceWith(card); else list.append(card);
  if (current === old) current = null;
  choose(card);
}

async function rule(verdict, details) {
  if (!current) return;
  const id = current.dataset.event;
  await change("POST", `/api/events/${id}/decisions`, { verdict, blind, ...details });
  await refresh(id);
  say(document.querySelector(`#e-${id} .state`).textContent.trim());
}

async function undo() {
  const decision = current && told(current).decision;
  if (!decision) return;
  const id = current.dataset.event;
  await change("DELETE", `/api/decisions/${decision}`);
  await refresh(id);
}

const acts = {
  accept: () => rule("accept"),
  reject: () => rule("reject"),
  correct: () => current && openCorrection(told(current), (fields) => rule("correct", { change: fields })),
  undo,
  missing: () => openMissing(async (event) => {
    const made = await change("POST", `/api/articles/${number}/events${suffix}`, event);
    await refresh(made.event_id);
  }),
};
const keys = { a: "accept", r: "reject", e: "correct", u: "undo", n: "missing" };

async function act(name) {
  try { await acts[name](); } catch (error) { say(`${reader.dataset.error}: ${error.message}`); }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, dialog")) return;
  if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
  else if (event.key === "?") document.getElementById("keys").showModal();
  else if (event.key === "Escape") { current?.classList.remove("current"); current = null; dark(); }
  else if (keys[event.key] && list.querySelector(".acts, .card") !== undefined) act(keys[event.key]);
  else return;
  event.preventDefault();
});

list.addEventListener("click", (event) => {
  const card = event.target.closest(".card");
  if (event.target.closest("a")) return;
  choose(card, { focus: false });
  const button = event.target.closest("[data-act]");
  if (button) act(button.dataset.act);
});
list.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (card && card !== current) choose(card, { focus: false, reveal: false });
});
list.addEventListener("mouseover", (event) => {
  const card = event.target.closest(".card");
  if (card && !card.contains(event.relatedTarget)) light(told(card), card, false);
});
list.addEventListener("mouseleave", () => { if (current) light(told(current), current, false); else dark(); });
document.getElementById("text").addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return;
  const id = event.target.closest("[data-e]")?.dataset.e;
  if (id) choose(document.getElementById(`e-${id}`), { focus: false, reveal: false });
});
document.getElementById("keys-open").addEventListener("click", () => document.getElementById("keys").showModal());
addEventListener("resize", () => { if (current) light(told(current), current, false); });
prepare(reader.dataset);
if (location.hash.startsWith("#e-")) choose(document.getElementById(location.hash.slice(1)), { focus: false });
document.documentElement.dataset.ready = "1";
