// Sharing from the phone: the share and its link are made first, then the platform opens with them.
// Without this script the same form leads to a page with the same ways.
import { toast } from "../ui/js/toasts.js";

async function makeShare(form, channel) {
  const body = new FormData(form);
  body.set("channel", channel);
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
  const data = await answer.json();
  if (answer.status === 409) location.assign(data.page);
  return answer.ok ? data : null;
}

async function pictureFile(address) {
  const blob = await (await fetch(address)).blob();
  return new File([blob], `digitroops.${blob.type.split("/").pop()}`, { type: blob.type });
}

async function shareNatively(ready) {
  const data = { text: ready.copied };
  if (ready.picture) {
    const files = [await pictureFile(ready.picture)];
    if (navigator.canShare?.({ ...data, files })) data.files = files;
  }
  try {
    await navigator.share(data);
  } catch (fault) {
    if (fault.name !== "AbortError" && fault.name !== "NotAllowedError") throw fault;
  }
}

async function copyWords(form, ready) {
  try {
    await navigator.clipboard.writeText(ready.copied);
    toast(form.dataset.copied);
  } catch {
    // The share's page has a copy button of its own.
  }
}

async function go(form, button) {
  const channel = button.value;
  const opensPage = button.dataset.opensPage !== undefined;
  const tab = opensPage ? window.open("", "_blank") : null;
  const ready = await makeShare(form, channel);
  if (!ready) {
    tab?.close();
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "channel", value: channel }));
    form.submit();
    return;
  }
  if (tab) {
    tab.opener = null;
    if (button.dataset.copies !== undefined) await copyWords(form, ready);
    tab.location.replace(ready.address);
  } else if (button.dataset.native !== undefined && navigator.share) {
    await shareNatively(ready);
  } else {
    await copyWords(form, ready);
  }
  location.assign(ready.page);
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-share-form]");
  const button = event.submitter;
  if (!form || button?.name !== "channel") return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  go(form, button).finally(() => delete form.dataset.sending);
});

// The words' length as each platform counts it: X counts these signs once, all others, emoji too, twice, and any
// link as 23.
const light = [[0, 4351], [8192, 8205], [8208, 8223], [8242, 8247]];
const weight = (sign) => (light.some(([low, high]) => sign.codePointAt(0) >= low && sign.codePointAt(0) <= high) ? 1 : 2);

function lengthOn(item, text) {
  const signs = [...text];
  if (item.dataset.limit !== "280") return signs.length;
  return signs.reduce((sum, sign) => sum + weight(sign), 0) + (text ? 1 : 0) + 23;
}

function wordsIn(form) {
  const chosen = form.querySelector("input[name=caption]:checked");
  const words = chosen?.value === "own" || !chosen ? form.querySelector("textarea")?.value : chosen.closest("label").querySelector("[data-caption]").textContent;
  return (words ?? "").trim();
}

function count(form) {
  for (const item of form.querySelectorAll("[data-limit]")) {
    const used = lengthOn(item, wordsIn(form));
    item.querySelector("[data-used]").textContent = used.toLocaleString(document.documentElement.lang);
    item.classList.toggle("attention", used > Number(item.dataset.limit));
  }
}

for (const form of document.querySelectorAll("form[data-share-form]")) {
  form.addEventListener("input", (event) => {
    if (event.target.matches("textarea") && event.target.value) {
      const own = form.querySelector("input[name=caption][value=own]");
      if (own) own.checked = true;
    }
    count(form);
  });
  count(form);
}
