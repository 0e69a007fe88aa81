// Lights an event's words in the text, each part in its own style, and draws who -> whom.

const paper = document.querySelector(".paper");
const pieces = [...paper.querySelectorAll("[data-s]")];
const starts = pieces.map((piece) => Number(piece.dataset.s));
const space = "http://www.w3.org/2000/svg";
let lit = [];

/** The first piece that starts at or after a place. */
function from(place) {
  let low = 0, high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] < place) low = middle + 1; else high = middle;
  }
  return low;
}

function within([start, end]) {
  const found = [];
  for (let at = from(start); at < starts.length && starts[at] < end; at += 1) found.push(pieces[at]);
  return found;
}

export function dark() {
  for (const [piece, name] of lit) piece.classList.remove(name);
  lit = [];
  paper.classList.remove("lit");
  paper.querySelector(".drawing")?.remove();
}

export function light(event, card, reveal) {
  dark();
  paper.classList.add("lit");
  for (const [part, spans] of Object.entries(event.spans)) {
    for (const span of spans) {
      for (const piece of within(span)) {
        piece.classList.add(`on-${part}`);
        lit.push([piece, `on-${part}`]);
      }
    }
  }
  const trigger = within(event.spans.trigger[0])[0];
  if (reveal) trigger?.scrollIntoView({ block: "center" });
  draw(event);
}

function draw(event) {
  const actors = event.spans.actor.map((span) => within(span)[0]).filter(Boolean);
  const recipients = event.spans.recipient.map((span) => within(span)[0]).filter(Boolean);
  const trigger = within(event.spans.trigger[0])[0];
  if (!trigger) return;
  const svg = make("svg", { class: "drawing", "aria-hidden": "true" });
  const marker = make("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" });
  marker.append(make("path", { d: "M0 0L8 4L0 8z" }));
  svg.append(marker);
  const frame = paper.getBoundingClientRect();
  for (const actor of actors) svg.append(curve(actor, trigger, frame, false));
  for (const recipient of recipients) svg.append(curve(trigger, recipient, frame, true));
  paper.append(svg);
}

function curve(one, other, frame, arrow) {
  const a = one.getClientRects()[0] ?? one.getBoundingClientRect();
  const b = other.getClientRects()[0] ?? other.getBoundingClientRect();
  const x1 = a.left + a.width / 2 - frame.left, y1 = a.top - frame.top;
  const x2 = b.left + b.width / 2 - frame.left, y2 = b.top - frame.top;
  const top = Math.min(y1, y2) - Math.min(34, 12 + Math.abs(x2 - x1) / 12);
  const path = make("path", { d: `M${x1} ${y1}C${x1} ${top} ${x2} ${top} ${x2} ${y2 - 1}` });
  if (arrow) path.setAttribute("marker-end", "url(#arrow)");
  return path;
}

function make(name, attributes) {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
