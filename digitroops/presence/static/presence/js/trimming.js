// Takes out of a JSON document or a table what is read of it. The rest, private messages above all, is passed over and forgotten.
import { csvFormatRows, csvParseRows } from "../../vendor/d3-dsv-3.0.2/d3-dsv.min.mjs";
import Tokenizer from "../../vendor/streamparser-json-0.0.26/tokenizer.js";
import Token from "../../vendor/streamparser-json-0.0.26/utils/types/tokenType.js";

const WHOLE = "whole";
const SLICE = 1024 * 1024;
const PREFIX = 200;
const OPENING = { [Token.LEFT_BRACE]: "{", [Token.LEFT_BRACKET]: "[" };
const CLOSING = { [Token.RIGHT_BRACE]: "}", [Token.RIGHT_BRACKET]: "]" };
const SCALARS = new Set([Token.TRUE, Token.FALSE, Token.NULL, Token.STRING, Token.NUMBER]);

const listed = (value) => (Array.isArray(value) ? value : [value]);

class Trimmer {
  constructor({ paths, addressed, everybody }) {
    this.paths = paths.map((path) => path.map((pattern) => new RegExp(`^(?:${pattern})$`)));
    this.addressed = addressed.join("\n");
    this.everybody = new Set(everybody);
    this.frames = [];
    this.out = [];
    this.skipped = 0;
    this.done = false;
  }

  take(token, value) {
    if (this.done) return;
    if (this.skipped) this.pass(token);
    else if (token in OPENING) this.open(token);
    else if (token in CLOSING) this.close(CLOSING[token]);
    else if (token === Token.COLON) this.top.key = this.top.text;
    else if (token === Token.COMMA) this.top.key = this.top.text = null;
    else if (SCALARS.has(token)) this.scalar(token, value);
  }

  get top() {
    return this.frames.at(-1);
  }

  pass(token) {
    if (token in OPENING) this.skipped += 1;
    if (token in CLOSING) this.skipped -= 1;
  }

  // What is wanted of the value that comes: all of it, what some paths lead to, or (empty) nothing.
  wanted() {
    const { top } = this;
    if (!top) return this.paths;
    if (top.wanted === WHOLE || top.list) return top.wanted;
    const key = (top.key ?? "").toLowerCase();
    const ways = top.wanted.filter((path) => path[top.depth]?.test(key));
    return ways.some((path) => path.length === top.depth + 1) ? WHOLE : ways;
  }

  open(token) {
    const { top } = this;
    const wanted = this.wanted();
    if (!wanted.length) {
      this.skipped = 1;
      return;
    }
    const list = token === Token.LEFT_BRACKET;
    const step = top && !top.list ? 1 : 0;
    const keys = step ? [...top.keys, (top.key ?? "").toLowerCase()] : (top?.keys ?? []);
    const frame = { list, wanted, keys, depth: keys.length, first: true };
    if (top?.judging) {
      frame.before = this.out;
      this.out = [];
    } else this.lead();
    frame.judging = list && this.addressed !== "" && keys.join("\n") === this.addressed;
    this.out.push(OPENING[token]);
    this.frames.push(frame);
  }

  close(sign) {
    this.out.push(sign);
    const { before } = this.frames.pop();
    if (before) {
      const text = this.out.join("");
      this.out = before;
      if (this.isPublic(text)) {
        this.lead();
        this.out.push(text);
      }
    }
    this.done = !this.frames.length;
  }

  scalar(token, value) {
    const { top } = this;
    if (!top) return;
    if (!top.list && top.key == null) {
      top.text = value;
      return;
    }
    // An empty list is often written as null, which says that the list was there.
    const wanted = this.wanted();
    if (top.judging || !(wanted === WHOLE || (wanted.length && token === Token.NULL))) return;
    this.lead();
    this.out.push(JSON.stringify(value));
  }

  // The comma and the key before a value.
  lead() {
    const { top } = this;
    if (!top) return;
    if (!top.first) this.out.push(top.list ? ",\n" : ",");
    top.first = false;
    if (!top.list) this.out.push(JSON.stringify(top.key ?? ""), ":");
  }

  isPublic(text) {
    const item = JSON.parse(text);
    const inside = item.object;
    const layers = [item];
    if (inside && typeof inside === "object" && (inside.to?.length || inside.cc?.length)) layers.push(inside);
    return layers.every((one) => [...listed(one.to), ...listed(one.cc)].some((name) => this.everybody.has(name)));
  }

  // The text so far, but for an item that is not complete.
  text() {
    const judged = this.frames.find((frame) => frame.before);
    const text = (judged ? judged.before : this.out).join("");
    if (judged) judged.before = [];
    else this.out = [];
    return text;
  }
}

// A script's assignment stays in front of its document.
function prefixed(bytes) {
  const end = bytes.subarray(0, PREFIX).indexOf(0x3d) + 1;
  return [new TextDecoder().decode(bytes.subarray(0, end)), bytes.subarray(end)];
}

// What is read of a table. The rows above its heading (notes) stay.
async function trimmedTable(stream, { columns, rows }, moved) {
  const text = await new Response(stream).text();
  moved(text.length);
  const wanted = new RegExp(`^(?:${columns})$`);
  const begun = new RegExp(`^(?:${rows})$`);
  let keep = null;
  const kept = csvParseRows(text, (row) => {
    if (keep) {
      if (rows && !begun.test(row[0].trim().toLowerCase())) return null;
      return row.map((cell, place) => (keep[place] ? cell : ""));
    }
    const found = row.map((cell) => wanted.test(cell.trim().toLowerCase()));
    if (found.includes(true)) keep = found;
    return row;
  });
  return new Blob([keep ? csvFormatRows(kept) : ""]);
}

// What is read of a document, as a blob. Of one that is cut off or no JSON, what comes before the fault, not closed:
// the reader sees that something is missing.
export async function trimmed(stream, name, excerpt, moved = () => {}) {
  if (excerpt.columns) return trimmedTable(stream, excerpt, moved);
  const trimmer = new Trimmer(excerpt);
  const tokenizer = new Tokenizer();
  let broken = false;
  tokenizer.onToken = ({ token, value }) => trimmer.take(token, value);
  tokenizer.onError = () => (broken = true);
  const texts = [];
  let first = true;
  for (const reader = stream.getReader(); ; ) {
    let { done, value } = await reader.read();
    if (done || broken || trimmer.done) {
      if (!done) reader.cancel().catch(() => {});
      break;
    }
    moved(value.length);
    if (first && name.toLowerCase().endsWith(".js")) [texts[0], value] = prefixed(value);
    first = false;
    for (let at = 0; at < value.length && !broken && !trimmer.done; at += SLICE) tokenizer.write(value.subarray(at, at + SLICE));
    texts.push(trimmer.text());
  }
  texts.push(trimmer.text());
  return new Blob(texts);
}
