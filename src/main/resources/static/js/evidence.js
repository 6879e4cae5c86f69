// Attaches and removes files where a report is drafted: <section data-evidence="…"> with an input [data-attaches] and
// buttons [data-removes]. Files are sent one after the other; each answer is the page with the section as it is then.

/** Takes charge of the page's section for files, whenever it comes. */
export function attachFiles(headers) {
  document.addEventListener("change", ({ target }) => {
    if (target.matches("[data-attaches]")) attach([...target.files], headers);
  });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-removes]");
    if (!button) return;
    event.preventDefault();
    button.disabled = true;
    await send(button.formAction, new URLSearchParams(), headers, "");
    document.querySelector("[data-attaches]")?.focus();
  });
}

async function attach(files, headers) {
  const refused = [];
  for (const file of files) {
    const { mostBytes, tooLarge, evidence, sending } = section().dataset;
    if (file.size > Number(mostBytes)) {
      refused.push(tooLarge.replace("{0}", file.name));
      continue;
    }
    const form = new FormData();
    form.append("file", file);
    await send(evidence, form, headers, sending.replace("{0}", file.name));
    for (const said of section().querySelectorAll("[data-refused]")) {
      refused.push(said.textContent.trim());
      said.remove();
    }
  }
  const input = document.querySelector("[data-attaches]");
  input.value = "";
  say(refused.join(" "), refused.length > 0);
  input.focus();
}

/** The section as the server answers it takes the place of the one shown; what fails is said, and nothing is taken away. */
async function send(url, body, headers, saying) {
  say(saying);
  try {
    const answer = await fetch(url, { method: "POST", credentials: "same-origin", headers: headers(), body });
    const shown = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("evidence");
    if (shown) section().replaceWith(document.adoptNode(shown));
    else say(section().dataset.expired, true);
  } catch {
    say(section().dataset.failed, true);
  }
}

function section() {
  return document.getElementById("evidence");
}

function say(text, wrong = false) {
  const state = section().querySelector("[data-evidence-state]");
  state.textContent = text;
  state.classList.toggle("field-error", wrong);
}
