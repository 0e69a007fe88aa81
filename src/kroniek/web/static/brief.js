// Copies the brief as Markdown text.

document.documentElement.classList.add("js");
const button = document.getElementById("copy");
button?.addEventListener("click", async () => {
  const told = await (await fetch(button.dataset.from)).text();
  await navigator.clipboard.writeText(told);
  button.textContent = button.dataset.done;
});
document.documentElement.dataset.ready = "1";
