// Looks into an export on the person's own device and puts what is read into a small zip of its own.
// Files are copied as they are compressed; of documents with private things in them only the part that is read is taken.
import { sha256 } from "../../vendor/noble-hashes-2.4.0/sha2.js";
import { trimmed } from "./trimming.js";

const EDGE = "__macosx/";
const AGAIN = / ?\(\d+\)(?=\.\w+$)/;
const TARBALL = /\.(tar\.gz|tgz)$/;
const LEVEL = 6;
const SLICE = 4 * 1024 * 1024;
const LONG_AGO = new Date(2000, 0, 1);

// As the reader matches them: NFKC, lower case, `/` between folders, no empty or `.` parts.
export function normal(name) {
  const parts = name.normalize("NFKC").replaceAll("\\", "/").split("/");
  return parts.filter((part) => part !== "" && part !== ".").join("/").toLowerCase();
}

function matcher(patterns) {
  const all = patterns.map((pattern) => new RegExp(`(?:^|/)(?:${pattern})$`));
  return (name) => {
    const plain = normal(name);
    return !plain.includes(EDGE) && all.some((one) => one.test(plain));
  };
}

async function begins(file, ...bytes) {
  const head = new Uint8Array(await file.slice(0, bytes.length).arrayBuffer());
  return bytes.every((byte, place) => head[place] === byte);
}

async function library() {
  if (!globalThis.zip) await import("../../vendor/zip.js-2.24.0/zip-core.min.js");
  globalThis.zip.configure({ useWebWorkers: false });
  return globalThis.zip;
}

async function entriesOf(blob) {
  const zip = await library();
  const reader = new zip.ZipReader(new zip.BlobReader(blob));
  const entries = (await reader.getEntries()).filter((entry) => !entry.directory);
  await reader.close();
  return entries;
}

function streamOf(entry) {
  const { readable, writable } = new TransformStream();
  entry.getData(writable).catch((error) => writable.abort(error).catch(() => {}));
  return readable;
}

const bytes = (entries) => entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
const canInflate = () => Boolean(globalThis.DecompressionStream && globalThis.TransformStream);

class Choice {
  constructor(file, { patterns, excerpts, html }, moved) {
    this.file = file;
    this.isWanted = matcher(patterns);
    this.isPage = html ? matcher([html]) : () => false;
    this.excerpts = excerpts.map((excerpt) => ({ ...excerpt, fits: matcher([excerpt.pattern]) }));
    this.moved = moved;
    this.plan = { file, name: file.name.replace(AGAIN, ""), kind: "whole", sent: [], left: [], parts: [], size: file.size, leftBytes: 0, blob: file };
  }

  excerpt(name) {
    return this.excerpts.find((one) => one.fits(name));
  }

  async made() {
    if (await begins(this.file, 0x50, 0x4b)) return this.ofZip();
    if (TARBALL.test(normal(this.plan.name)) || (await begins(this.file, 0x1f, 0x8b))) return this.ofTar();
    return this.ofOne();
  }

  async ofZip() {
    const { plan } = this;
    let entries;
    try {
      entries = await entriesOf(this.file);
    } catch {
      return { ...plan, kind: "unreadable" };
    }
    plan.sent = entries.filter((entry) => this.isWanted(entry.filename));
    plan.left = entries.filter((entry) => !this.isWanted(entry.filename));
    if (!plan.sent.length) return { ...plan, kind: plan.left.some((entry) => this.isPage(entry.filename)) ? "html" : "none" };
    if (plan.sent.some((entry) => entry.encrypted)) return { ...plan, kind: "encrypted" };
    if (new Set(plan.sent.map((entry) => entry.filename)).size < plan.sent.length) return { ...plan, kind: "unreadable" };
    plan.leftBytes = bytes(plan.left);
    plan.size = bytes(plan.sent);
    plan.kind = "part";
    plan.blob = null;
    if (!plan.sent.some((entry) => this.excerpt(entry.filename))) return plan;
    if (!canInflate()) return { ...plan, kind: "old" };
    const members = [];
    for (const entry of plan.sent) {
      const excerpt = this.excerpt(entry.filename);
      if (!excerpt) members.push({ entry });
      else {
        const blob = await trimmed(streamOf(entry), entry.filename, excerpt, this.moved);
        members.push({ filename: entry.filename, blob, lastModDate: entry.lastModDate, before: entry.compressedSize });
      }
    }
    return this.zipped(members);
  }

  async ofTar() {
    const { plan } = this;
    if (!canInflate()) return { ...plan, kind: "old" };
    const { createTarDecoder } = await import("../../vendor/modern-tar-0.8.6/web/index.js");
    const members = [];
    try {
      const inflated = this.file.stream().pipeThrough(new DecompressionStream("gzip")).pipeThrough(createTarDecoder());
      for (const reader = inflated.getReader(); ; ) {
        const { done, value } = await reader.read();
        if (done) break;
        const { name, size, type } = value.header;
        if (type !== "file") await value.body.cancel();
        else if (!this.isWanted(name)) {
          plan.left.push({ filename: name, compressedSize: size });
          await value.body.cancel();
        } else {
          const excerpt = this.excerpt(name);
          const blob = excerpt ? await trimmed(value.body, name, excerpt, this.moved) : await new Response(value.body).blob();
          await value.body.cancel().catch(() => {});
          members.push({ filename: name, blob, lastModDate: LONG_AGO, before: excerpt ? size : 0 });
        }
      }
    } catch {
      return { ...plan, kind: "broken" };
    }
    if (!members.length) return { ...plan, left: [], kind: "none" };
    plan.leftBytes = bytes(plan.left);
    return this.zipped(members);
  }

  async ofOne() {
    const { plan } = this;
    if (!this.isWanted(plan.name)) return { ...plan, kind: this.isPage(plan.name) ? "html" : "none" };
    const excerpt = this.excerpt(plan.name);
    if (!excerpt) return plan;
    if (!canInflate()) return { ...plan, kind: "old" };
    const blob = await trimmed(this.file.stream(), plan.name, excerpt, this.moved);
    return this.zipped([{ filename: plan.name, blob, lastModDate: LONG_AGO, before: this.file.size }]);
  }

  // A plan whose zip is made at once, because only then its size is known.
  async zipped(members) {
    const { plan } = this;
    plan.kind = "part";
    plan.blob = await zipOf(members);
    plan.sent = await entriesOf(plan.blob);
    plan.size = plan.blob.size;
    for (const { filename, before } of members) {
      if (!before) continue;
      const after = plan.sent.find((entry) => entry.filename === filename).compressedSize;
      if (before > after) plan.parts.push({ filename, compressedSize: before - after });
    }
    plan.leftBytes += bytes(plan.parts);
    return plan;
  }
}

async function zipOf(members) {
  const zip = await library();
  const writer = new zip.ZipWriter(new zip.BlobWriter("application/zip"), { keepOrder: true });
  for (const { entry, filename, blob, lastModDate } of members) {
    if (entry) {
      const raw = await entry.getData(new zip.BlobWriter(), { passThrough: true });
      await writer.add(entry.filename, new zip.BlobReader(raw), { entry, passThrough: true, dataDescriptor: false });
    } else await writer.add(filename, new zip.BlobReader(blob), { level: LEVEL, lastModDate, dataDescriptor: false });
  }
  return writer.close();
}

// What would be sent of a file: a `part`, the `whole`, or nothing (`none`, `html`, `encrypted`, `old`, `broken`).
export function choose(file, lists, moved) {
  return new Choice(file, lists, moved).made();
}

// The bytes to send. The same file gives the same bytes, so that a cut upload goes on where it stopped.
export async function packed(plan) {
  plan.blob ??= await zipOf(plan.sent.map((entry) => ({ entry })));
  return plan.blob;
}

export async function digest(blob) {
  const hash = sha256.create();
  for (let at = 0; at < blob.size; at += SLICE) hash.update(new Uint8Array(await blob.slice(at, at + SLICE).arrayBuffer()));
  return [...hash.digest()].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
