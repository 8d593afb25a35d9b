// htmx: the CSRF token on every request, faults as sentences instead of silence.
import { toast } from "./toasts.js";
import { keep } from "./unsent.js";
import { csrfToken, word } from "./words.js";

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = csrfToken();
});
document.addEventListener("htmx:responseError", (event) => {
  const said = { 401: "ended", 403: "forbidden" }[event.detail.xhr.status] ?? "failed";
  const form = event.detail.elt.closest("form");
  if (said === "ended" && form) keep(form);
  toast(word(said), { alert: true });
});
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () => toast(word("offline"), { alert: true }));
}
// What an answer asks to be read first (the summary of a form) takes the focus.
document.addEventListener("htmx:afterSettle", (event) => {
  event.target.querySelector?.("[data-focus-first]")?.focus();
});
document.querySelector("[data-focus-first]:not([data-sample] *)")?.focus();
