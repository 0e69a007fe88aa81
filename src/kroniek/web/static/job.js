// The progress of an addition, until it is done.

document.documentElement.classList.add("js");

async function look() {
  const section = document.getElementById("job");
  if (section.dataset.stage === "done") {
    const results = section.querySelectorAll("a.result");
    if (results.length === 1 && !section.querySelector(".wrong")) location.replace(results[0].href);
    return;
  }
  const page = await (await fetch(location.href)).text();
  const made = new DOMParser().parseFromString(page, "text/html").getElementById("job");
  if (made) section.replaceWith(made);
  setTimeout(look, 400);
}

look();
