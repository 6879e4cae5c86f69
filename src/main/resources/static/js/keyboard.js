// Keys of the portal. Letters never fire inside a field and can be switched off.
const PLACES = { d: "/", t: "/key-tasks", r: "/rounds", s: "/slips" };
const OFF = "letters-off";
const RETURN_TO = "row-to-return-to";

/** Starts listening; called once per page. */
export function listenToKeys() {
  const choice = document.getElementById(OFF);
  if (choice) {
    choice.checked = localStorage.getItem(OFF) === "yes";
    choice.addEventListener("change", () => localStorage.setItem(OFF, choice.checked ? "yes" : "no"));
  }
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", (event) => select(event.target.closest("[data-row]")));
  returnToRow();
}

let goTo = 0;

function onKey(event) {
  if (event.isComposing || event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "Enter") press(event, primaryOf(event.target));
    if (event.key.toLowerCase() === "s") press(event, document.querySelector("[data-saves-draft]"));
    return;
  }
  if (event.key === "Escape") return escape(event);
  if (isField(event.target) || document.querySelector("dialog[open]") || localStorage.getItem(OFF) === "yes") return;
  const key = event.key.toLowerCase();
  if (Date.now() - goTo < 1500 && PLACES[key]) {
    goTo = 0;
    event.preventDefault();
    location.assign(PLACES[key]);
  } else if (key === "g") {
    goTo = Date.now();
  } else if (key === "/") {
    focusOn(event, document.getElementById("search"));
  } else if (key === "?") {
    event.preventDefault();
    document.getElementById("key-sheet")?.showModal();
  } else if ((key === "j" || key === "k") && rows().length) {
    moveRow(event, key === "j" ? 1 : -1);
  } else {
    press(event, document.querySelector(`[data-key="${CSS.escape(key)}"]`));
  }
}

function isField(target) {
  return target.isContentEditable || target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
}

function primaryOf(target) {
  return target.closest("form")?.querySelector("[data-primary]") ?? document.querySelector("[data-primary]");
}

function press(event, control) {
  if (!control || control.disabled) return;
  event.preventDefault();
  control.focus();
  control.click();
}

function focusOn(event, control) {
  if (!control) return;
  event.preventDefault();
  control.focus();
  control.select();
}

function escape(event) {
  if (document.querySelector("dialog[open]")) return;
  if (isField(event.target)) return event.target.blur();
  const back = document.querySelector("[data-back]");
  if (!back) return;
  sessionStorage.setItem(RETURN_TO, "yes");
  back.click();
}

function rows() {
  return [...document.querySelectorAll("[data-row]")];
}

function moveRow(event, step) {
  const all = rows();
  if (!all.length) return;
  const now = all.findIndex((row) => row.getAttribute("aria-current") === "true");
  const next = all[Math.min(all.length - 1, Math.max(0, now + step))];
  event.preventDefault();
  (next.querySelector("a, button") ?? next).focus();
  select(next);
  next.scrollIntoView({ block: "nearest" });
}

function select(row) {
  if (!row) return;
  const all = rows();
  all.forEach((other) => other.removeAttribute("aria-current"));
  row.setAttribute("aria-current", "true");
  sessionStorage.setItem(`row ${location.pathname}`, all.indexOf(row));
}

/** After Escape the list is shown again with the row it was left from. */
function returnToRow() {
  if (!sessionStorage.getItem(RETURN_TO)) return;
  sessionStorage.removeItem(RETURN_TO);
  const row = rows()[Number(sessionStorage.getItem(`row ${location.pathname}`))];
  (row?.querySelector("a, button") ?? row)?.focus();
}
