// Fields: counters, files by dropping, filters that answer at once, unsaved changes.
import { word } from "./words.js";

const NEAR = 0.9;

function count(counter) {
  const field = document.getElementById(counter.dataset.countFor);
  if (!field) return;
  const most = Number(counter.dataset.max ?? field.maxLength);
  const typed = [...field.value].length;
  counter.textContent = most > 0 ? `${typed} / ${most}` : String(typed);
  counter.toggleAttribute("data-near", most > 0 && typed >= most * NEAR);
}

function prepare(root) {
  root.querySelectorAll?.("[data-count-for]").forEach(count);
  root.querySelectorAll?.("[data-reveals]").forEach(reveal);
}

function reveal(box) {
  const block = document.querySelector(box.dataset.reveals);
  if (block) block.hidden = !box.checked;
}

// A long list of boxes shows what has the words; what is ticked stays in sight.
function narrow(input) {
  const words = input.value.trim().toLocaleLowerCase();
  input.closest("fieldset").querySelectorAll(".option").forEach((option) => {
    option.hidden = !option.querySelector("input").checked && !option.textContent.toLocaleLowerCase().includes(words);
  });
}

function nameFiles(input) {
  const named = input.closest("[data-drop]")?.querySelector("[data-drop-files]");
  if (!named) return;
  const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  named.textContent = [...input.files].map((file) => `${file.name} (${size.format(file.size / 1e6)} MB)`).join(", ");
}

document.addEventListener("input", (event) => {
  const counter = event.target.id && document.querySelector(`[data-count-for="${CSS.escape(event.target.id)}"]`);
  if (counter) count(counter);
  if (event.target.matches("[data-narrows]")) narrow(event.target);
  const form = event.target.closest?.("form[data-guard]");
  if (!form) return;
  form.dataset.changed = "yes";
  delete form.dataset.kept;
});
document.addEventListener("change", (event) => {
  if (event.target.matches("input[type=file]")) nameFiles(event.target);
  if (event.target.matches("[data-reveals]")) reveal(event.target);
});
for (const name of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(name, (event) => {
    event.target.closest?.("[data-drop]")?.toggleAttribute("data-over", name === "dragover");
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("[data-narrows]")) event.preventDefault();
});
let leaving = false;
document.addEventListener("submit", (event) => {
  delete event.target.dataset.changed;
  if (!event.defaultPrevented) leaving = true;
});
addEventListener("pageshow", () => { leaving = false; });

// Parts of a form can be saved alone: what counts is what differs from what the page came with.
const differs = (field) => (["checkbox", "radio"].includes(field.type)
  ? field.checked !== field.defaultChecked : field.matches("textarea") && field.value !== field.defaultValue);
const unsaved = (form) => !form.dataset.kept && (form.dataset.guard === "fields" ? !leaving && [...form.elements].some(differs) : form.dataset.changed);

addEventListener("beforeunload", (event) => {
  if ([...document.querySelectorAll("form[data-guard]")].some(unsaved)) {
    event.preventDefault();
    event.returnValue = word("unsaved");
  }
});
document.addEventListener("htmx:load", (event) => prepare(event.target));
prepare(document);

// One form for many replies: Enter saves the reply in which it was pressed, not the first of the page.
document.addEventListener("keydown", (event) => {
  const reply = event.target.matches("input") && event.target.closest("[data-reply]");
  if (event.key !== "Enter" || !reply) return;
  event.preventDefault();
  reply.querySelector("button[type=submit]").click();
});
