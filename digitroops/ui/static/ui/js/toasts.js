// Toasts: rendered from Django's messages, or raised by an answer's HX-Trigger: toast.
import { csrfToken, word } from "./words.js";

const SHOWN_FOR = 6000;
const host = document.getElementById("toasts");

function countDown(toast) {
  if (toast.classList.contains("toast-alert")) return;
  let timer = setTimeout(() => toast.remove(), SHOWN_FOR);
  const wait = () => clearTimeout(timer);
  const resume = () => { timer = setTimeout(() => toast.remove(), SHOWN_FOR); };
  toast.addEventListener("pointerenter", wait);
  toast.addEventListener("pointerleave", resume);
  toast.addEventListener("focusin", wait);
  toast.addEventListener("focusout", resume);
}

export function toast(text, { undo = "", alert = false } = {}) {
  const template = document.getElementById(alert ? "toast-alert-template" : "toast-template");
  const shown = template.content.firstElementChild.cloneNode(true);
  shown.querySelector(".toast-text").textContent = text;
  const button = shown.querySelector("[data-undo]");
  if (undo) button.dataset.undo = undo;
  else button?.remove();
  if (alert) shown.setAttribute("role", "alert");
  host.append(shown);
  countDown(shown);
}

async function takeBack(button) {
  button.disabled = true;
  try {
    const answer = await fetch(button.dataset.undo, {
      method: "POST",
      headers: { "X-CSRFToken": csrfToken(), "HX-Request": "true" },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    button.closest(".toast").remove();
    const target = answer.headers.get("HX-Redirect");
    if (target) location.assign(target);
    else location.reload();
  } catch {
    button.closest(".toast").remove();
    toast(word(navigator.onLine ? "failed" : "offline"), { alert: true });
  }
}

host?.querySelectorAll(".toast").forEach(countDown);
host?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-undo]");
  if (button) takeBack(button);
  if (event.target.closest("[data-dismiss]")) event.target.closest(".toast").remove();
});
document.addEventListener("toast", (event) => toast(event.detail.text, { undo: event.detail.undo }));
