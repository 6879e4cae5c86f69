// Keeps what people type: saved by itself, kept on this computer while the server cannot be reached.
// <form data-draft-url="…" > with <span data-draft-state data-saving data-saved data-changed …> and,
// if wanted, a button [data-saves-draft] that works without script as a normal submit.
const PAUSE = 3000;
/** Names that lead out of an object into what all objects share. */
const NO_FIELDS = new Set(["__proto__", "prototype", "constructor"]);

/** Takes charge of the page's form with a draft, if there is one. */
export function keepDrafts(headers) {
  const form = document.querySelector("form[data-draft-url]");
  if (form) new Draft(form, headers);
  for (const leave of document.querySelectorAll('form[action$="/logout"]')) leave.addEventListener("submit", forgetDrafts);
}

/** Whoever signs out leaves nothing on this computer. */
function forgetDrafts() {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith("draft "))
    .forEach((key) => sessionStorage.removeItem(key));
}

class Draft {
  constructor(form, headers) {
    this.form = form;
    this.headers = headers;
    this.url = form.dataset.draftUrl;
    this.state = document.querySelector("[data-draft-state]");
    this.kept = `draft ${this.url}`;
    this.dirty = false;
    this.restore();
    form.addEventListener("input", ({ target }) => target.form === form && this.changed());
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      clearTimeout(this.timer);
      this.dirty = false;
      sessionStorage.removeItem(this.kept);
    });
    document.querySelector("[data-saves-draft]")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.save();
    });
    window.addEventListener("online", () => this.dirty && this.save());
    window.addEventListener("beforeunload", (event) => {
      if (this.dirty) event.preventDefault();
    });
  }

  changed() {
    this.dirty = true;
    this.say("changed");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  async save() {
    clearTimeout(this.timer);
    const sent = JSON.stringify(draftOf(this.form));
    this.say("saving");
    try {
      const answer = await fetch(this.url, {
        method: "PUT",
        credentials: "same-origin",
        redirect: "manual",
        headers: { "Content-Type": "application/json", Accept: "application/json", ...this.headers() },
        body: sent,
      });
      if (answer.ok) return this.saved(sent, answer.headers.get("Last-Modified"));
      this.keep(sent);
      const signedOut = answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;
      this.say(signedOut ? "expired" : "refused");
    } catch {
      this.keep(sent);
      this.say("offline");
      this.timer = setTimeout(() => this.save(), 4 * PAUSE);
    }
  }

  /** At the time of the installation's clock, which is not this machine's. */
  saved(sent, at) {
    sessionStorage.removeItem(this.kept);
    this.dirty = sent !== JSON.stringify(draftOf(this.form));
    const time = new Date(at).toLocaleTimeString(document.documentElement.lang, {
      hour: "2-digit",
      minute: "2-digit",
      timeZone: "Asia/Shanghai",
    });
    this.say("saved", time);
  }

  keep() {
    const typed = [...new FormData(this.form)].filter(([name, v]) => !name.startsWith("_") && typeof v === "string");
    sessionStorage.setItem(this.kept, JSON.stringify(typed));
  }

  /** What was kept while the server was away goes back into the fields and is saved. */
  restore() {
    const kept = sessionStorage.getItem(this.kept);
    if (!kept) return;
    for (const [name, value] of JSON.parse(kept)) {
      const control = this.form.elements[name];
      if (control && control.type !== "hidden") control.value = value;
    }
    this.form.dispatchEvent(new Event("change", { bubbles: true }));
    this.changed();
  }

  say(what, time = "") {
    if (this.state) this.state.textContent = (this.state.dataset[what] ?? "").replace("{0}", time);
  }
}

/**
 * What the draft endpoint takes: `a[0].b=1` becomes {values: {a: [{b: "1"}]}}, `warningAnswers[code]` an answer of its
 * own. Fields whose name begins with an underscore belong to the page, not to the draft.
 */
export function draftOf(form) {
  const draft = { values: Object.create(null), warningAnswers: [] };
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith("_") || typeof value !== "string") continue;
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
