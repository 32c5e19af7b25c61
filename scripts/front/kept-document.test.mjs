import { randomBytes } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { keepDocument } from "./kept-document.mjs";

const fresh = () => randomBytes(16).toString("base64");
const nonce = fresh();

const script = (text) => `<script nonce="${nonce}">${text}</script>`;
const long = Array.from({ length: 9000 }, (_, index) => `<li>上海 n° ${index % 700} é</li>`).join(
  "",
);
const DOCUMENTS = {
  "one nonce": script("1"),
  "it is first and last": `${nonce}-${nonce}`,
  "side by side": `<p>${nonce}${nonce}</p>`,
  "more than the window of deflate between them": `${script("1")}${long}${script("2")}${long}${script("3")}`,
  "forty of them": Array.from({ length: 40 }, (_, index) => script(`push(${index})`)).join(
    long.slice(0, 900),
  ),
};

describe.each(Object.entries(DOCUMENTS))("a document with %s", (_name, text) => {
  const document = keepDocument(Buffer.from(text), nonce);

  test.each(["packed", "plain"])("is the same with any nonce (%s)", (way) => {
    const sent = way === "packed" ? document : document.unpack();
    for (const other of [nonce, ...Array.from({ length: 50 }, fresh)]) {
      const { bytes, giveBack } = sent.take(other);
      const plain = way === "packed" ? gunzipSync(bytes) : bytes;
      expect(plain.toString()).toBe(text.replaceAll(nonce, other));
      giveBack();
    }
  });
});

test("what is still being sent is not written in", () => {
  const document = keepDocument(Buffer.from(script("1")), nonce);
  for (const { take } of [document, document.unpack()]) {
    const [first, second] = [take(fresh()), take(fresh())];
    const before = [first, second].map(({ bytes }) => bytes.toString("hex"));
    first.giveBack();
    const third = take(fresh());
    take(fresh());
    expect(third.bytes.buffer).toBe(first.bytes.buffer);
    expect(second.bytes.toString("hex")).toBe(before[1]);
    expect(before[0]).not.toBe(before[1]);
  }
});

test("it is packed for the first who takes it so, and read plain before and after", () => {
  const text = script(long);
  const document = keepDocument(Buffer.from(text), nonce);
  const plain = () => document.unpack().take(nonce).bytes.toString();
  expect([plain(), document.size()]).toEqual([text, Buffer.byteLength(text)]);
  expect(gunzipSync(document.take(nonce).bytes).toString()).toBe(text);
  expect(document.size()).toBeLessThan(Buffer.byteLength(text) / 4);
  expect(plain()).toBe(text);
});

test("a document that names no nonce, or another kind of it, is not kept", () => {
  expect(keepDocument(Buffer.from("<p>"), nonce)).toBeNull();
  expect(keepDocument(Buffer.from("<p>none"), "none")).toBeNull();
});
