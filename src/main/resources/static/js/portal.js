// What every page does: menu, dialogs, focus on mistakes, counters, the undo countdown, CSRF for htmx.
import { listenToKeys } from "./keyboard.js";
import { keepDrafts } from "./draft.js";
import { attachFiles } from "./evidence.js";

document.documentElement.classList.add("scripted");

/** Header that proves a request comes from our own page. */
export function csrfHeaders() {
  const token = document.querySelector('meta[name="csrf-token"]');
  const header = document.querySelector('meta[name="csrf-header"]');
  return token && header ? { [header.content]: token.content } : {};
}

document.addEventListener("htmx:configRequest", (event) => Object.assign(event.detail.headers, csrfHeaders()));
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  const closer = event.target.closest("[data-closes]");
  if (closer) document.getElementById(closer.dataset.closes)?.close();
  const menu = event.target.closest(".menu-button");
  if (menu) {
    const open = document.getElementById("topbar-menu").toggleAttribute("data-open");
    menu.setAttribute("aria-expanded", open);
  }
  const eye = event.target.closest("[data-shows]");
  if (eye) {
    const secret = document.getElementById(eye.dataset.shows);
    const show = secret.type === "password";
    secret.type = show ? "text" : "password";
    eye.setAttribute("aria-pressed", show);
    const words = eye.textContent;
    eye.textContent = eye.dataset.hide;
    eye.dataset.hide = words;
    secret.focus();
  }
  if (event.target.closest("[data-print]")) window.print();
  if (event.target.closest("[data-changes-view]")) viewChanges(true);
  if (event.target.closest("[data-back-step]")) {
    event.preventDefault();
    history.back();
  }
  for (const more of document.querySelectorAll("details.sections-more[open]")) {
    if (!more.contains(event.target)) more.open = false;
  }
});

// One act is sent once, however often the button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  window.addEventListener("pageshow", () => delete form.dataset.sent, { once: true });
});

document.addEventListener("input", (event) => count(event.target));
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-checks]");
  if (all) {
    for (const box of document.querySelectorAll(`#${all.dataset.checks} tbody input[type=checkbox]`)) box.checked = all.checked;
  }
  const form = event.target.closest("form");
  if (form) followChoices(form);
});

// A file that would be refused for its size is not sent at all.
document.addEventListener("change", ({ target }) => {
  if (!target.dataset.mostBytes) return;
  const tooLarge = [...target.files].some((file) => file.size > Number(target.dataset.mostBytes));
  target.setCustomValidity(tooLarge ? target.dataset.tooLarge : "");
  target.reportValidity();
});

// A figure that stands as its parts came to follows them: sent without a value, it comes back as what they come to now.
document.addEventListener("change", ({ target }) => {
  for (const own of target.closest("#readings")?.querySelectorAll("[data-sum]") ?? []) {
    if (own !== target && own.value === own.dataset.sum) own.value = "";
  }
}, true);

// Beside a form, the place a field was read from is marked while the field is edited.
document.addEventListener("focusin", ({ target }) => {
  for (const source of document.querySelectorAll("[data-source]")) {
    source.toggleAttribute("data-read", source.dataset.source.split(" ").includes(target.name));
  }
});

/** Takes up what a page, or a fragment that was swapped in, asks for by its attributes. */
function prepare(root) {
  root.querySelector("[data-focus]")?.focus();
  root.querySelectorAll("textarea").forEach(count);
  root.querySelectorAll(".table-scroll").forEach((scroll) => tables.observe(scroll));
  root.querySelectorAll("form").forEach(followChoices);
  root.querySelectorAll("[data-countdown]").forEach(countDown);
  root.querySelectorAll(".ruler").forEach(showToday);
  root.querySelectorAll("[data-submits]").forEach((control) =>
    control.addEventListener("change", () => control.form.requestSubmit()));
  const bar = document.querySelector(".action-bar");
  document.documentElement.style.setProperty("--bottom-bar", `${bar ? bar.offsetHeight : 0}px`);
}

/** Where a ruler is wider than its place, today is what is seen of it. */
function showToday(ruler) {
  const today = ruler.querySelector(".day-TODAY");
  if (today) ruler.scrollLeft = today.offsetLeft + today.offsetWidth - ruler.clientWidth;
}

/** Asks only what the choices made so far call for, and lets the button say what it will do. */
function followChoices(form) {
  for (const part of form.querySelectorAll("[data-shown-when]")) {
    const [name, value] = part.dataset.shownWhen.split("=");
    part.hidden = form.elements[name]?.value !== value;
  }
  for (const button of form.querySelectorAll("[data-outcome-of]")) {
    const chosen = form.elements[button.dataset.outcomeOf]?.value;
    const words = button.querySelector("span");
    words.dataset.undecided ??= words.textContent;
    words.textContent = (chosen && button.getAttribute(`data-outcome-${chosen}`)) || words.dataset.undecided;
  }
}

function count(field) {
  const counter = field.id && document.querySelector(`[data-counts="${CSS.escape(field.id)}"]`);
  if (counter) counter.textContent = counter.dataset.text.replace("{0}", [...field.value].length.toLocaleString());
}

function countDown(words) {
  const strip = words.closest("[data-seconds]");
  const end = Date.now() + Number(strip.dataset.seconds) * 1000;
  const tick = setInterval(() => {
    const left = Math.ceil((end - Date.now()) / 1000);
    words.textContent = words.dataset.text.replace("{0}", left);
    if (left <= 0) {
      clearInterval(tick);
      strip.remove();
    }
  }, 250);
}

/** Old and new together, or one of them alone: V goes on to the next, and the choice is remembered. */
function viewChanges(next) {
  const views = ["both", "new", "old"];
  const page = document.documentElement;
  const now = Math.max(0, views.indexOf(localStorage.getItem("changes")));
  const view = views[next ? (now + 1) % views.length : now];
  if (next) localStorage.setItem("changes", view);
  page.dataset.changes = view;
  for (const button of document.querySelectorAll("[data-changes-view]"))
    button.querySelector("span").textContent = button.getAttribute(`data-${view}`);
}

/** A table that needs no scroll bar of its own keeps its head in sight while the page is scrolled. */
const tables = new ResizeObserver((changes) => {
  for (const { target } of changes) {
    target.classList.remove("fits");
    target.classList.toggle("fits", target.scrollWidth <= target.clientWidth);
  }
});

viewChanges(false);
prepare(document);
keepDrafts(csrfHeaders);
attachFiles(csrfHeaders);
listenToKeys();
