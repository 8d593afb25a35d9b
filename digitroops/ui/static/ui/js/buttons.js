// Buttons: a form is sent once, its button keeps its width and says what is happening. Copying. Printing.
import { toast } from "./toasts.js";
import { word } from "./words.js";

function spinner() {
  const turning = document.createElement("span");
  turning.className = "spinner";
  turning.setAttribute("aria-hidden", "true");
  return turning;
}

export function startWorking(button) {
  if (!button || button.dataset.working) return;
  button.dataset.working = "yes";
  button.style.minWidth = `${button.offsetWidth}px`;
  button.style.width = `${button.offsetWidth}px`;
  button.kept = [...button.childNodes];
  const text = button.dataset.busy || word("working");
  button.replaceChildren(spinner(), ...(button.classList.contains("btn-icon") ? [] : [text]));
  button.setAttribute("aria-disabled", "true");
}

export function stopWorking(button) {
  if (!button?.dataset.working) return;
  delete button.dataset.working;
  button.style.minWidth = button.style.width = "";
  button.replaceChildren(...button.kept);
  button.removeAttribute("aria-disabled");
}

const sender = (event) => event.submitter ?? event.target.querySelector("button[type=submit]");

document.addEventListener("submit", (event) => {
  const button = sender(event);
  if (event.defaultPrevented && !event.target.matches("[hx-post], [hx-put], [hx-patch], [hx-delete]")) return;
  if (event.target.method === "get" || event.target.method === "dialog") return;
  if (button?.dataset.working || event.target.dataset.sent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (event.target.matches("[hx-post], [hx-put], [hx-patch], [hx-delete]")) return;
  event.target.dataset.sent = "yes";
  setTimeout(() => startWorking(button));
});
// htmx would queue a second press behind the first: drop it instead.
document.addEventListener("htmx:confirm", (event) => {
  if (event.detail.verb !== "get" && event.detail.elt.dataset.inFlight) event.preventDefault();
});
document.addEventListener("htmx:beforeRequest", (event) => {
  const source = event.detail.elt;
  if (event.detail.requestConfig.verb !== "get") source.dataset.inFlight = "yes";
  const from = event.detail.requestConfig.triggeringEvent?.submitter;
  const button = source.matches("button") ? source : from;
  if (button?.matches("button")) {
    event.detail.xhr.workingButton = button;
    startWorking(button);
  }
});
document.addEventListener("htmx:afterRequest", (event) => {
  delete event.detail.elt.dataset.inFlight;
  stopWorking(event.detail.xhr?.workingButton);
});
// Coming back through the browser's history finds the form ready again.
addEventListener("pageshow", () => {
  document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent);
  document.querySelectorAll("[data-working]").forEach(stopWorking);
});

function textOf(selector) {
  const source = document.querySelector(selector);
  return source?.value ?? source?.querySelector(":checked ~ [data-caption]")?.textContent ?? source?.textContent ?? "";
}

async function copy(button) {
  const text = button.dataset.copyFrom ? textOf(button.dataset.copyFrom) : button.dataset.copy;
  await navigator.clipboard.writeText(text.trim());
  const label = button.querySelector("span");
  if (!label) {
    toast(button.dataset.copied);
    return;
  }
  const before = label.textContent;
  label.textContent = button.dataset.copied;
  button.classList.add("copy-done");
  setTimeout(() => {
    label.textContent = before;
    button.classList.remove("copy-done");
  }, 2000);
}

document.addEventListener("click", (event) => {
  const copier = event.target.closest("[data-copy], [data-copy-from]");
  if (copier) copy(copier).catch(() => toast(word("failed"), { alert: true }));
  if (event.target.closest("[data-print]")) print();
  const sample = event.target.closest("[data-try-toast]");
  if (sample) toast(sample.dataset.tryToast, { undo: "#" });
  const trial = event.target.closest("[data-try-busy]");
  if (trial) {
    startWorking(trial);
    setTimeout(() => stopWorking(trial), 2000);
  }
});
