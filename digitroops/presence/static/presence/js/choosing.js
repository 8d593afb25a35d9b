// Looks into an export on the person's own device and copies what is read into a small zip of its own.
// Members are copied as they are compressed: nothing is unpacked here, and the rest is not even looked at.
const EDGE = "__macosx/";

// As the reader matches them: NFKC, lower case, `/` between folders, no empty or `.` parts.
export function normal(name) {
  const parts = name.normalize("NFKC").replaceAll("\\", "/").split("/");
  return parts.filter((part) => part !== "" && part !== ".").join("/").toLowerCase();
}

export function matcher(patterns) {
  const all = patterns.map((pattern) => new RegExp(`(?:^|/)(?:${pattern})$`));
  return (name) => {
    const plain = normal(name);
    return !plain.includes(EDGE) && all.some((one) => one.test(plain));
  };
}

async function isZip(file) {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return head[0] === 0x50 && head[1] === 0x4b;
}

async function library() {
  if (!globalThis.zip) await import("../../vendor/zip.js-2.24.0/zip-core.min.js");
  globalThis.zip.configure({ useWebWorkers: false });
  return globalThis.zip;
}

const bytes = (entries) => entries.reduce((sum, entry) => sum + entry.compressedSize, 0);

// What would be sent of a file: `part` (some members), `whole`, or nothing (`none`, `html`, `encrypted`).
export async function choose(file, { patterns, html }) {
  const plan = { file, kind: "whole", sent: [], left: [], size: file.size, leftBytes: 0 };
  if (!(await isZip(file))) return plan;
  let entries;
  try {
    const zip = await library();
    const reader = new zip.ZipReader(new zip.BlobReader(file));
    entries = (await reader.getEntries()).filter((entry) => !entry.directory);
    await reader.close();
  } catch {
    return { ...plan, kind: "unreadable" };
  }
  const wanted = matcher(patterns);
  const isPage = html ? matcher([html]) : () => false;
  plan.sent = entries.filter((entry) => wanted(entry.filename));
  plan.left = entries.filter((entry) => !wanted(entry.filename));
  plan.leftBytes = bytes(plan.left);
  plan.size = bytes(plan.sent);
  if (!plan.sent.length) plan.kind = plan.left.some((entry) => isPage(entry.filename)) ? "html" : "none";
  else if (plan.sent.some((entry) => entry.encrypted)) plan.kind = "encrypted";
  else if (new Set(plan.sent.map((entry) => entry.filename)).size < plan.sent.length) plan.kind = "unreadable";
  else plan.kind = "part";
  return plan;
}

// The bytes to send. The same file gives the same bytes, so that a cut upload goes on where it stopped.
export async function packed(plan) {
  if (plan.kind !== "part") return plan.file;
  const zip = await library();
  const writer = new zip.ZipWriter(new zip.BlobWriter("application/zip"), { keepOrder: true });
  for (const entry of plan.sent) {
    const raw = await entry.getData(new zip.BlobWriter(), { passThrough: true });
    await writer.add(entry.filename, new zip.BlobReader(raw), { entry, passThrough: true, dataDescriptor: false });
  }
  return writer.close();
}

const LARGEST_DIGEST = 256 * 1024 * 1024;

export async function digest(blob) {
  if (!globalThis.crypto?.subtle || blob.size > LARGEST_DIGEST) return "";
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));
  return [...found].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
