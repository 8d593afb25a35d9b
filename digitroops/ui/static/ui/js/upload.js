// Large files: progress while sending, a sentence when the connection is cut, the file kept for a second try.
import { startWorking, stopWorking } from "./buttons.js";
import { csrfToken } from "./words.js";

const percent = (part) => new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(part);

function say(form, text) {
  const place = form.querySelector("[data-upload-error]");
  place.hidden = !text;
  place.querySelector("span").textContent = text;
  place.closest(".field").classList.toggle("field-wrong", Boolean(text));
}

function move(form, part) {
  const box = form.querySelector("[data-upload-progress]");
  box.hidden = part === null;
  if (part === null) return;
  box.querySelector("rect").setAttribute("width", `${part * 100}%`);
  box.querySelector("[role=progressbar]").setAttribute("aria-valuenow", String(Math.round(part * 100)));
  box.querySelector("[data-upload-percent]").textContent = percent(part);
  if (part === 1) box.querySelector("[data-upload-text]").textContent = form.dataset.sent;
}

function finish(form, request) {
  const place = request.getResponseHeader("HX-Redirect");
  if (place) location.assign(place);
  else if (request.status < 300 && request.responseURL !== form.action) location.assign(request.responseURL);
  else if (request.status < 400) location.reload();
  else refuse(form, request);
}

function refuse(form, request) {
  move(form, null);
  const answer = new DOMParser().parseFromString(request.responseText, "text/html");
  const reason = answer.querySelector("[data-upload-error] span, .field-error span, .form-errors li");
  const fallback = request.status === 413 ? form.dataset.tooLarge : form.dataset.cutOff;
  say(form, reason?.textContent.trim() || fallback);
}

function send(form, button) {
  const request = new XMLHttpRequest();
  const stop = () => {
    stopWorking(button);
    delete form.dataset.sending;
  };
  request.upload.addEventListener("progress", (event) => event.lengthComputable && move(form, event.loaded / event.total));
  for (const name of ["error", "abort", "timeout"]) {
    request.addEventListener(name, () => {
      stop();
      move(form, null);
      say(form, form.dataset.cutOff);
    });
  }
  request.addEventListener("load", () => {
    stop();
    finish(form, request);
  });
  request.open("POST", form.action);
  request.setRequestHeader("X-CSRFToken", csrfToken());
  request.setRequestHeader("HX-Request", "true");
  request.send(new FormData(form));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-upload]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (form.dataset.sending) return;
  const files = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
  const most = Number(form.dataset.maxMb ?? 0) * 1e6;
  if (most && files.some((file) => file.size > most)) {
    say(form, form.dataset.tooLarge);
    return;
  }
  say(form, "");
  move(form, 0);
  form.dataset.sending = "yes";
  startWorking(event.submitter);
  send(form, event.submitter);
}, true);
