import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { isFormReadable } from "./form-body.mjs";

const EDGE = "----FormBoundaryOfTheTests0123";

const part = (name, value) =>
  `--${EDGE}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const form = (...parts) => `${parts.join("")}--${EDGE}--\r\n`;

function request(body, headers = {}) {
  const stream = new PassThrough();
  stream.headers = {
    "content-type": `multipart/form-data; boundary=${EDGE}`,
    "content-length": String(Buffer.byteLength(body)),
    ...headers,
  };
  setTimeout(() => stream.write(body.slice(0, 40)), 1);
  setTimeout(() => stream.end(body.slice(40)), 5);
  return stream;
}

const reference = part("$ACTION_1:0", '{"id":"60e4","bound":"$@1"}');
const scripted = { "next-action": "60e4" };

describe("a form that Next can read", () => {
  test.each([
    ["plain fields", form(part("title", '欧阳 $5 {"')), {}],
    ["a form with its action", form(reference, part("$ACTION_1:1", '["$$a"]'), part("t", "x")), {}],
    [
      "a form sent by the script",
      form(part("1_t", "x"), part("0", '[{"a":"$undefined"},"$K1"]')),
      scripted,
    ],
  ])("%s is let through, whole", async (_case, body, headers) => {
    const sent = request(body, headers);
    expect(await isFormReadable(sent)).toBe(true);
    expect((await buffer(sent)).toString()).toBe(body);
  });
});

describe("a form that Next would choke on is refused", () => {
  test.each([
    ["broken off", part("title", "x"), {}],
    ["empty", "", {}],
    [
      "a part without a name",
      `--${EDGE}\r\nContent-Disposition: form-data\r\n\r\nx\r\n--${EDGE}--\r\n`,
      {},
    ],
    ["an action that is not JSON", form(part("$ACTION_1:0", "{bad")), {}],
    ["a reference to nothing", form(reference), {}],
    ["a value React does not write", form(reference, part("$ACTION_1:1", '["$F9"]')), {}],
    ["a call without a form", form(part("0", "[1]")), scripted],
    ["a call that is not a list", form(part("0", '{"0":1}')), scripted],
    ["a call without arguments", form(part("1_t", "x")), scripted],
  ])("%s", async (_case, body, headers) => {
    expect(await isFormReadable(request(body, headers))).toBe(false);
  });

  test.each([
    [
      "more fields than any page has",
      form(...Array.from({ length: 1001 }, (_, index) => part(`n${index}`, ""))),
      {},
    ],
    [
      "a longer list than any page writes",
      form(part("$ACTION_1:0", JSON.stringify(Array(1001).fill(1)))),
      {},
    ],
    ["a number of our making", form(part("$ACTION_1:0", '["$n99"]')), {}],
    ["a form inside the form", form(part("0", '[{"a":"$K1"},"$K1"]')), scripted],
  ])("%s", async (_case, body, headers) => {
    expect(await isFormReadable(request(body, headers))).toBe(false);
  });

  test("a megabyte of references to one part takes no time", async () => {
    const fields = Array.from({ length: 900 }, (_, index) => part(`n${index}`, ""));
    const many = JSON.stringify(Array(120_000).fill("$@fff"));
    const sent = request(form(...fields, part("fff", ""), part("$ACTION_1:0", many)));
    const started = performance.now();
    expect(await isFormReadable(sent)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1500);
  });

  test("a body that ends before the announced length", async () => {
    const sent = request(form(part("t", "x")), { "content-length": "5000" });
    expect(await isFormReadable(sent)).toBe(false);
  });
});
