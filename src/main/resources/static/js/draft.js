// Keeps what people type: saved by itself, kept on this computer while the server cannot be reached, and joined with
// what others who have the same work item open have saved meanwhile.
// <form data-draft-url="…" data-draft-version="…"> with <span data-draft-state data-saving data-saved …>,
// <span data-draft-others> and, if wanted, a button [data-saves-draft] that works without script as a normal submit.
import { fieldsOf, flat, put, valuesOf } from "./fields.js";

const PAUSE = 3000;
const PRESENCE = 20000;
const SENT = "draft sent";
/** Names that lead out of an object into what all objects share. */
const NO_FIELDS = new Set(["__proto__", "prototype", "constructor"]);

/** Takes charge of the page's form with a draft, if there is one. */
export function keepDrafts(headers) {
  const form = document.querySelector("form[data-draft-url]");
  forgetArrived(form);
  if (form) new Draft(form, headers);
  for (const leave of document.querySelectorAll('form[action$="/logout"]')) leave.addEventListener("submit", forgetDrafts);
}

/** Whoever signs out leaves nothing on this computer. */
function forgetDrafts() {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith("draft "))
    .forEach((key) => sessionStorage.removeItem(key));
}

/** What was sent is kept until a page tells that it has arrived: not sign-in, a failure, or the same form as before. */
function forgetArrived(form) {
  const sent = sessionStorage.getItem(SENT);
  const elsewhere = document.querySelector(".sign-in, .failure");
  const again = form && keyOf(form) === sent && !document.querySelector(".error-summary");
  if (!sent || elsewhere) return;
  if (!again) sessionStorage.removeItem(sent);
  sessionStorage.removeItem(SENT);
}

function keyOf(form) {
  return `draft ${form.dataset.draftUrl}`;
}

class Draft {
  constructor(form, headers) {
    this.form = form;
    this.headers = headers;
    this.url = form.dataset.draftUrl;
    this.version = form.dataset.draftVersion;
    this.base = fieldsOf(form);
    this.state = document.querySelector("[data-draft-state]");
    this.others = document.querySelector("[data-draft-others]");
    this.kept = keyOf(form);
    this.dirty = false;
    this.restore();
    form.addEventListener("input", ({ target }) => target.form === form && this.changed());
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      clearTimeout(this.timer);
      if (this.dirty) this.keep();
      sessionStorage.setItem(SENT, this.kept);
      this.dirty = false;
    });
    document.querySelector("[data-saves-draft]")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.save();
    });
    window.addEventListener("online", () => this.dirty && this.save());
    window.addEventListener("beforeunload", (event) => {
      if (this.dirty) event.preventDefault();
    });
    if (this.version === undefined) return;
    const present = () => document.visibilityState === "visible" && this.presence && this.present();
    this.presence = setInterval(present, PRESENCE);
    document.addEventListener("visibilitychange", present);
    this.present();
  }

  changed() {
    this.dirty = true;
    this.say("changed");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  async save() {
    clearTimeout(this.timer);
    const fields = fieldsOf(this.form);
    this.say("saving");
    try {
      const answer = await this.call("PUT", this.url, {
        headers: { "Content-Type": "application/json", "If-Match": `"${this.version}"` },
        body: JSON.stringify(draftOf(this.form)),
      });
      if (answer.ok) return this.saved(fields, answer);
      this.keep();
      if (answer.status === 409) return await this.join();
      const signedOut = answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;
      this.say(signedOut ? "expired" : "refused");
    } catch {
      this.keep();
      this.say("offline");
      this.timer = setTimeout(() => this.save(), 4 * PAUSE);
    }
  }

  call(method, url, { headers = {}, body } = {}) {
    return fetch(url, {
      method,
      credentials: "same-origin",
      redirect: "manual",
      cache: "no-store",
      headers: { Accept: "application/json", ...this.headers(), ...headers },
      body,
    });
  }

  saved(fields, answer) {
    this.follow(answer);
    this.base = fields;
    sessionStorage.removeItem(this.kept);
    this.dirty = !same(fields, fieldsOf(this.form));
    this.say("saved", timeOf(answer.headers.get("Last-Modified")));
  }

  follow(answer) {
    this.version = tagOf(answer);
  }

  /** Tells that this page is open and learns who else has it open and whether they have saved. */
  async present() {
    try {
      const answer = await this.call("PUT", this.url.replace(/draft$/, "presence"));
      if (answer.status === 404 || answer.status === 409) return this.end();
      if (!answer.ok) return;
      const { others } = await answer.json();
      if (this.others) this.others.textContent = others.length ? filled(this.others.dataset.text, others.join("、")) : "";
      if (tagOf(answer) !== this.version) await this.join();
    } catch {
      // The next call, or saving, says that the server cannot be reached.
    }
  }

  end() {
    clearInterval(this.presence);
    clearTimeout(this.timer);
    this.presence = undefined;
    this.say("ended");
  }

  /** What the others changed comes into fields left alone here; where both wrote, both are shown before one is saved. */
  async join() {
    const answer = await this.call("GET", this.url);
    if (!answer.ok) return answer.status === 404 || answer.status === 409 ? this.end() : this.say("refused");
    const { savedBy, savedAt, values, warningAnswers } = await answer.json();
    const theirs = flat(values, warningAnswers);
    const mine = fieldsOf(this.form);
    const taken = [];
    let both = false;
    for (const [name, value] of theirs) {
      const before = this.base.get(name) ?? "";
      const now = mine.get(name) ?? "";
      if (value === before || value === now) continue;
      if (now !== before) both = this.showBoth(name, value, savedBy, savedAt) || both;
      else if (put(this.form, name, value)) taken.push(name);
    }
    this.follow(answer);
    this.base = new Map([...this.base, ...theirs]);
    taken.forEach((name) => valuesOf(this.form, name)[0].dispatchEvent(new Event("change", { bubbles: true })));
    this.dirty = [...fieldsOf(this.form)].some(([name, value]) => (theirs.get(name) ?? this.base.get(name) ?? "") !== value);
    if (this.dirty && !both) this.changed();
    if (taken.length) this.say("merged", savedBy, timeOf(savedAt));
  }

  showBoth(name, value, savedBy, savedAt) {
    const field = valuesOf(this.form, name)[0];
    if (!field) return false;
    const place = field.closest(".field, fieldset, .check") ?? field.parentElement;
    place.querySelector(".draft-conflict")?.remove();
    const box = document.createElement("div");
    box.className = "notice notice-amber draft-conflict";
    box.setAttribute("role", "alert");
    const title = document.createElement("p");
    title.className = "notice-title";
    title.textContent = filled(this.state?.dataset.conflict ?? "", savedBy, timeOf(savedAt));
    const text = document.createElement("p");
    text.className = "quoted";
    text.textContent = field.type === "radio" ? wordsOf(this.form, name, value) : value;
    const take = document.createElement("button");
    take.type = "button";
    take.className = "button button-small";
    take.textContent = this.state?.dataset.take ?? "";
    take.addEventListener("click", () => {
      put(this.form, name, value);
      box.remove();
      field.focus();
      this.changed();
    });
    box.append(title, text, take);
    place.append(box);
    return true;
  }

  keep() {
    sessionStorage.setItem(this.kept, JSON.stringify([...fieldsOf(this.form)]));
  }

  /** What was kept while the server was away goes back into the fields and is saved. */
  restore() {
    const kept = sessionStorage.getItem(this.kept);
    if (!kept) return;
    for (const [name, value] of JSON.parse(kept)) put(this.form, name, value);
    this.form.dispatchEvent(new Event("change", { bubbles: true }));
    this.changed();
  }

  say(what, ...words) {
    if (this.state) this.state.textContent = filled(this.state.dataset[what] ?? "", ...words);
  }
}

function filled(text, ...words) {
  return words.reduce((so, word, i) => so.replace(`{${i}}`, () => word), text);
}

function tagOf(answer) {
  return /"(\d+)"/.exec(answer.headers.get("ETag"))?.[1];
}

/** By the installation's clock, which is not this machine's. */
function timeOf(at) {
  return new Date(at).toLocaleTimeString(document.documentElement.lang, {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Shanghai",
  });
}

function wordsOf(form, name, value) {
  const option = valuesOf(form, name).find((each) => each.value === value);
  return option?.closest("label")?.textContent.trim() ?? value;
}

function same(one, other) {
  return one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);
}

/**
 * What the draft endpoint takes: `a[0].b=1` becomes {values: {a: [{b: "1"}]}}, `warningAnswers[code]` an answer of its
 * own. Fields whose name begins with an underscore belong to the page, not to the draft.
 */
export function draftOf(form) {
  const draft = { values: Object.create(null), warningAnswers: [] };
  for (const [name, value] of fieldsOf(form)) {
    const code = /^warningAnswers\[(.+)]$/.exec(name)?.[1];
    if (code) {
      draft.warningAnswers.push({ code, answer: value });
      continue;
    }
    const path = name.replace(/\[(\d+)]/g, ".$1").split(".");
    if (path.some((part) => NO_FIELDS.has(part))) continue;
    let at = draft.values;
    path.slice(0, -1).forEach((part, i) => {
      at = at[part] ??= /^\d+$/.test(path[i + 1]) ? [] : Object.create(null);
    });
    at[path.at(-1)] = value;
  }
  return draft;
}
