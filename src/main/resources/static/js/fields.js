// The fields of a form as names and texts, as a draft keeps them.

/** Name and text of each field that belongs to the draft; a choice not made is left out. */
export function fieldsOf(form) {
  return new Map([...new FormData(form)].filter(([name, value]) => !name.startsWith("_") && typeof value === "string"));
}

/** The same of a stored draft: {a: [{b: 1}]} becomes `a[0].b`, an answer {code, answer} `warningAnswers[code]`. */
export function flat(values, warningAnswers) {
  const fields = new Map();
  const walk = (name, value) => {
    if (Array.isArray(value)) value.forEach((each, i) => walk(`${name}[${i}]`, each));
    else if (value && typeof value === "object")
      Object.entries(value).forEach(([key, each]) => walk(name ? `${name}.${key}` : key, each));
    else fields.set(name, value === null ? "" : String(value));
  };
  walk("", values);
  for (const { code, answer } of warningAnswers) fields.set(`warningAnswers[${code}]`, answer);
  return fields;
}

/** The controls of that name, options of a choice one by one. */
export function valuesOf(form, name) {
  return [...form.elements].filter((control) => control.name === name);
}

/** Enters a text or makes the choice; false if the form has no such field to be filled. */
export function put(form, name, value) {
  const controls = valuesOf(form, name).filter((control) => control.type !== "hidden" && control.type !== "file");
  for (const control of controls) {
    if (control.type === "radio" || control.type === "checkbox") control.checked = control.value === value;
    else control.value = value;
  }
  return controls.length > 0;
}
