// What was typed survives a lost session: a form that was sent while nobody was signed in any more, whole or by
// htmx, comes back filled in after signing in. Kept in this tab only, for the same person, until the next page answers.
import { toast } from "./toasts.js";
import { word } from "./words.js";

const KEY = "digitroops-unsent";
const PRIVATE = "input[type=password], input[name=code]";

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function write(kept) {
  try {
    if (kept) sessionStorage.setItem(KEY, JSON.stringify(kept));
    else sessionStorage.removeItem(KEY);
  } catch {
    // No storage, or no room in it: the form is sent as before.
  }
}

const viewer = document.body.dataset.viewer ?? "";
const place = location.pathname + location.search;

export function keep(form) {
  if (form.method !== "post" || !viewer || form.querySelector(PRIVATE)) return;
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
  write({ place, viewer, action: form.getAttribute("action") ?? "", fields });
  form.dataset.kept = "yes";
}

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) keep(event.target);
});

function fill(form, fields) {
  const left = fields.map((pair) => [...pair]);
  for (const control of form.elements) {
    if (!control.name || ["hidden", "file", "submit", "button"].includes(control.type)) continue;
    const found = left.findIndex(([name, value]) => name === control.name
      && (!["checkbox", "radio"].includes(control.type) || value === control.value));
    if (["checkbox", "radio"].includes(control.type)) control.checked = found >= 0;
    else if (control.multiple) for (const option of control.options) option.selected = fields.some(([name, value]) => name === control.name && value === option.value);
    else if (found >= 0) control.value = left[found][1];
    if (found >= 0) left.splice(found, 1);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function come(kept) {
  const door = document.querySelector("[data-unsent]");
  if (door) {
    write({ ...kept, waits: true });
    door.hidden = false;
    for (const link of document.querySelectorAll("a[data-unsent-back]")) link.href = kept.place;
    return;
  }
  if (!viewer) return;
  write(null);
  if (!kept.waits || kept.viewer !== viewer || kept.place !== place) return;
  const form = [...document.forms].find((one) => one.method === "post" && (one.getAttribute("action") ?? "") === kept.action && one.elements.length > 1);
  if (!form) return;
  fill(form, kept.fields);
  toast(word("kept"));
}

const kept = read();
if (kept) come(kept);
