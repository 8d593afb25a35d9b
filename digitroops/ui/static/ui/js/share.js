// Sharing with what the phone offers: its share sheet (with the picture), WhatsApp, or a copied caption.
import { toast } from "./toasts.js";
import { csrfToken, word } from "./words.js";

function wordsOf(bar) {
  const source = bar.dataset.textFrom ? document.querySelector(bar.dataset.textFrom) : null;
  const chosen = source?.querySelector("input:checked ~ [data-caption]")?.textContent ?? source?.value ?? source?.textContent;
  return { title: bar.dataset.title, text: (chosen ?? bar.dataset.text).trim(), url: bar.dataset.url };
}

const whole = ({ text, url }) => [text, url].filter(Boolean).join("\n\n");

async function picture(address) {
  const answer = await fetch(address);
  const blob = await answer.blob();
  return new File([blob], address.split("/").pop() || "picture", { type: blob.type });
}

async function shareNatively(bar, words) {
  const data = { ...words };
  if (!data.url) delete data.url;
  if (bar.dataset.image) {
    const files = [await picture(bar.dataset.image)];
    if (navigator.canShare?.({ files })) data.files = files;
  }
  await navigator.share(data);
}

const ways = {
  async native(bar, words) {
    if (navigator.share) await shareNatively(bar, words);
    else await ways.copy(bar, words);
  },
  async whatsapp(bar, words) {
    open(`https://wa.me/?text=${encodeURIComponent(whole(words))}`, "_blank", "noopener");
  },
  async instagram(bar, words) {
    await navigator.clipboard.writeText(whole(words));
    toast(bar.dataset.copiedOpen);
    open("https://www.instagram.com/", "_blank", "noopener");
  },
  async copy(bar, words) {
    await navigator.clipboard.writeText(whole(words));
    toast(bar.dataset.copied);
  },
};

function log(bar, channel) {
  if (!bar.dataset.log) return;
  const caption = bar.dataset.textFrom ? document.querySelector(`${bar.dataset.textFrom} input:checked`)?.value ?? "" : "";
  const sent = fetch(bar.dataset.log, {
    method: "POST",
    keepalive: true,
    headers: { "X-CSRFToken": csrfToken(), "HX-Request": "true" },
    body: new URLSearchParams({ channel, caption }),
  });
  sent.then((answer) => answer.ok && bar.dispatchEvent(new CustomEvent("shared", { bubbles: true, detail: { channel } })));
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-share-by]");
  const bar = button?.closest("[data-share]");
  if (!bar) return;
  try {
    await ways[button.dataset.shareBy](bar, wordsOf(bar));
    log(bar, button.dataset.shareBy);
  } catch (fault) {
    if (fault.name !== "AbortError") toast(word("failed"), { alert: true });
  }
});
