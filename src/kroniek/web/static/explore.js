// The explore page without reloading: links and the filter change the page in its place.

document.documentElement.classList.add("js");
let turn = 0;

async function show(address, push) {
  const mine = (turn += 1);
  const reply = await fetch(address, { headers: { Accept: "text/html" } });
  const made = new DOMParser().parseFromString(await reply.text(), "text/html").getElementById("explore");
  if (!made) { location.assign(address); return; }
  if (mine !== turn) return;
  document.getElementById("explore").replaceWith(made);
  if (push) history.pushState(null, "", address);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(link.getAttribute("href"), true);
});
document.addEventListener("submit", (event) => {
  if (!event.target.closest("#explore")) return;
  event.preventDefault();
  const told = [...new FormData(event.target)].filter(([, value]) => value);
  show(`/explore?${new URLSearchParams(told)}`, true);
});
addEventListener("popstate", () => show(location.href, false));
document.documentElement.dataset.ready = "1";
