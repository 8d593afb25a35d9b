// Sharing with what the phone offers: its share sheet, WhatsApp, or copied words.
import { toast } from "./toasts.js";
import { word } from "./words.js";

const ways = {
  async native(bar) {
    if (navigator.share) await navigator.share({ title: bar.dataset.title, text: bar.dataset.text });
    else await ways.copy(bar);
  },
  async whatsapp(bar) {
    open(`https://wa.me/?text=${encodeURIComponent(bar.dataset.text)}`, "_blank", "noopener");
  },
  async instagram(bar) {
    await navigator.clipboard.writeText(bar.dataset.text);
    toast(bar.dataset.copiedOpen);
    open("https://www.instagram.com/", "_blank", "noopener");
  },
  async copy(bar) {
    await navigator.clipboard.writeText(bar.dataset.text);
    toast(bar.dataset.copied);
  },
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-share-by]");
  const bar = button?.closest("[data-share]");
  if (!bar) return;
  try {
    await ways[button.dataset.shareBy](bar);
  } catch (fault) {
    if (fault.name !== "AbortError") toast(word("failed"), { alert: true });
  }
});
