// Sends an archive: shows first what goes and what stays, then sends in pieces and goes on after a cut.
import { startWorking, stopWorking } from "../../ui/js/buttons.js";
import { csrfToken } from "../../ui/js/words.js";
import { choose, digest, packed } from "./choosing.js";

const PIECE = 4 * 1024 * 1024;
const WAITS = [0, 1000, 2000, 4000, 8000, 15000, 30000, 60000, 60000, 60000];
const SHOWN = 200;
const REFUSED = { none: "Strange", html: "Html", encrypted: "Encrypted", old: "Old", broken: "Broken" };

const language = document.documentElement.lang || "id";
const counted = (number) => new Intl.NumberFormat(language).format(number);
const percent = (part) => new Intl.NumberFormat(language, { style: "percent" }).format(part);
const sum = (values) => values.reduce((one, two) => one + two, 0);

function size(bytes) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let left = bytes;
  let unit = 0;
  for (; left >= 1000 && unit < units.length - 1; unit += 1) left /= 1000;
  const digits = left >= 100 || unit === 0 ? 0 : 1;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(left)}\u00a0${units[unit]}`;
}

class Sending {
  constructor(form) {
    this.form = form;
    this.data = JSON.parse(document.getElementById(form.dataset.archiveSending).textContent);
    this.input = form.querySelector("input[type=file]");
    this.button = form.querySelector("button[type=submit]");
    this.label = form.querySelector("[data-send-label]");
    this.plans = [];
    this.round = 0;
    this.input.addEventListener("change", () => this.look());
    form.addEventListener("reset", () => this.show([]));
    form.querySelector("[data-cancel]").addEventListener("click", () => this.cancel());
    if (this.input.files.length) this.look();
  }

  part(name) {
    return this.form.querySelector(`[data-${name}]`);
  }

  sentence(name, values = {}) {
    const text = this.form.dataset[`say${name}`] ?? "";
    return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  }

  say(text) {
    const place = this.part("upload-error");
    place.hidden = !text;
    place.querySelector("span").textContent = text;
    place.closest(".field").classList.toggle("field-wrong", Boolean(text));
  }

  // Choosing
  async look() {
    if (this.sending) return;
    const round = (this.round += 1);
    const files = [...this.input.files];
    this.say("");
    this.show([]);
    if (!files.length) return;
    this.ready().catch(() => {});
    const looking = this.part("looking");
    const calm = looking.textContent;
    looking.hidden = false;
    let seen = 0;
    const moved = (count) => {
      seen += count;
      if (round === this.round) looking.textContent = this.sentence("Looking", { size: size(seen) });
    };
    const plans = [];
    for (const file of files) plans.push(await choose(file, this.data, moved));
    looking.textContent = calm;
    if (round !== this.round) return;
    this.part("looking").hidden = true;
    this.show(plans);
  }

  show(plans) {
    this.plans = plans;
    const panel = this.part("plan");
    panel.hidden = !plans.length;
    this.button.disabled = false;
    this.label.textContent = this.sentence("Send");
    if (!plans.length) return;
    const wrong = plans.find((plan) => plan.kind in REFUSED);
    if (wrong) {
      panel.hidden = true;
      this.button.disabled = true;
      this.say(this.sentence(REFUSED[wrong.kind], { name: wrong.file.name }));
      return;
    }
    const total = sum(plans.map((plan) => plan.size));
    if (total > this.data.limit) {
      this.button.disabled = true;
      this.say(this.sentence("Large", { size: size(total) }));
    }
    this.list("goes", plans.flatMap((plan) => (plan.kind === "part" ? plan.sent : [{ filename: plan.file.name, compressedSize: plan.size }])));
    const parted = plans.filter((plan) => plan.kind === "part");
    const rest = (entry) => ({ ...entry, filename: this.sentence("RestOf", { name: entry.filename }) });
    this.list("stays", parted.flatMap((plan) => [...plan.left, ...plan.parts.map(rest)]));
    this.part("unreadable").hidden = !plans.some((plan) => plan.kind === "unreadable");
    this.part("whole").hidden = !plans.some((plan) => plan.kind === "whole");
    this.label.textContent = this.sentence("SendSize", { size: size(total) });
  }

  list(name, entries) {
    const box = this.part(name);
    const values = { n: counted(entries.length), size: size(sum(entries.map((entry) => entry.compressedSize))) };
    box.hidden = !entries.length;
    box.querySelector("[data-figures]").textContent = this.sentence("Figures", values);
    const sorted = [...entries].sort((one, two) => two.compressedSize - one.compressedSize);
    const rows = sorted.slice(0, SHOWN).map((entry) => {
      const row = document.createElement("li");
      const path = document.createElement("span");
      path.textContent = entry.filename;
      const figure = document.createElement("span");
      figure.className = "num muted";
      figure.textContent = size(entry.compressedSize);
      row.append(path, figure);
      return row;
    });
    if (sorted.length > SHOWN) {
      const rest = document.createElement("li");
      rest.textContent = this.sentence("Rest", { n: counted(sorted.length - SHOWN) });
      rows.push(rest);
    }
    box.querySelector("ul").replaceChildren(...rows);
  }

  // Sending
  async send() {
    if (!this.plans.length || this.sending) return;
    this.sending = true;
    this.stopped = false;
    this.say("");
    startWorking(this.button);
    this.part("progress").hidden = false;
    this.part("progress").scrollIntoView({ block: "nearest" });
    this.move(0, this.sentence("Packing"));
    try {
      const addresses = await this.sendAll();
      if (!this.stopped) this.finish(addresses);
    } catch (error) {
      this.stop();
      this.say(error.sentence || this.sentence("CutOff"));
    }
  }

  // Fetched when a file is chosen, so that a connection lost before sending finds everything in place.
  ready() {
    return globalThis.tus ? Promise.resolve() : import("../../vendor/tus-js-client-4.3.1/tus.min.js");
  }

  async sendAll() {
    await this.ready();
    const blobs = [];
    for (const plan of this.plans) blobs.push(await packed(plan));
    const total = sum(blobs.map((blob) => blob.size));
    const addresses = [];
    let before = 0;
    for (const [place, plan] of this.plans.entries()) {
      if (this.stopped) break;
      const blob = blobs[place];
      addresses.push(await this.sendOne(plan, blob, (sent) => this.move((before + sent) / total, this.sentence("Sent", { sent: size(before + sent), size: size(total) }))));
      before += blob.size;
    }
    return addresses;
  }

  async sendOne(plan, blob, moved) {
    const sha256 = await digest(blob);
    const known = this.data.waiting.find((one) => one.length === blob.size && one.sha256 === sha256);
    return new Promise((resolve, reject) => {
      this.upload = new globalThis.tus.Upload(blob, {
        endpoint: this.form.dataset.endpoint,
        uploadUrl: known ? new URL(known.address, location.href).href : null,
        chunkSize: PIECE,
        retryDelays: WAITS,
        storeFingerprintForResuming: false,
        headers: { "X-CSRFToken": csrfToken() },
        metadata: {
          filename: plan.name,
          sha256,
          together: String(this.plans.length),
          left_files: String(plan.kind === "part" ? plan.left.length : 0),
          left_bytes: String(plan.kind === "part" ? plan.leftBytes : 0),
        },
        onProgress: moved,
        onShouldRetry: (error) => {
          const status = error.originalResponse?.getStatus() ?? 0;
          const again = status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507);
          if (again) this.part("progress-text").textContent = this.sentence("Waiting");
          return again;
        },
        onError: (error) => reject(Object.assign(error, { sentence: this.reason(error) })),
        onSuccess: () => resolve(this.upload.url),
      });
      this.giveUp = () => resolve("");
      this.upload.start();
    });
  }

  reason(error) {
    const answer = error.originalResponse;
    const plain = answer?.getHeader("Content-Type")?.startsWith("text/plain");
    return (plain && answer.getBody()) || "";
  }

  move(part, text) {
    const box = this.part("progress");
    box.querySelector("rect").setAttribute("width", `${part * 100}%`);
    box.querySelector("[role=progressbar]").setAttribute("aria-valuenow", String(Math.round(part * 100)));
    this.part("percent").textContent = percent(part);
    this.part("progress-text").textContent = text;
  }

  stop() {
    this.sending = false;
    this.part("progress").hidden = true;
    stopWorking(this.button);
  }

  async cancel() {
    this.stopped = true;
    this.part("progress-text").textContent = this.sentence("Cancelling");
    await this.upload?.abort(true).catch(() => {});
    this.giveUp?.();
    this.stop();
    document.getElementById(this.form.dataset.discard).submit();
  }

  finish(addresses) {
    this.move(1, this.sentence("Done"));
    const form = document.getElementById(this.form.dataset.finish);
    for (const address of addresses) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "upload";
      field.value = new URL(address, location.href).pathname.split("/").at(-2);
      form.append(field);
    }
    form.submit();
  }
}

for (const form of document.querySelectorAll("form[data-archive-sending]")) {
  const sending = new Sending(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    sending.send();
  }, true);
}
addEventListener("offline", () => document.querySelectorAll("[data-offline]").forEach((note) => (note.hidden = false)));
addEventListener("online", () => document.querySelectorAll("[data-offline]").forEach((note) => (note.hidden = true)));
