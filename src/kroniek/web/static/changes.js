// Changes by the API, with the page's token, and what the page says about them.

const token = document.querySelector('meta[name="csrf"]').content;
let timer;

export async function change(method, path, body) {
  const reply = await fetch(path, {
    method,
    headers: { "Content-Type": "application/json", "X-CSRF-Token": token },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const told = await reply.json().catch(() => ({}));
  if (!reply.ok) {
    const fault = Array.isArray(told.detail)
      ? told.detail.map((one) => `${one.loc.slice(1).join(".")}: ${one.msg}`).join("; ")
      : told.detail;
    throw new Error(fault || `${reply.status}`);
  }
  return told;
}

export function say(text) {
  const live = document.getElementById("live");
  clearTimeout(timer);
  live.textContent = text;
  timer = setTimeout(() => { live.textContent = ""; }, 4000);
}
