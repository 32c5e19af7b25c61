import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { isFormReadable, sentForm } from "./form-body.mjs";

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

test("a form that can be read is let through, whole, and its fields are known", async () => {
  const body = form(part("title", '欧阳 $5 {"'));
  const sent = request(body);
  expect(await isFormReadable(sent)).toBe(true);
  expect((await buffer(sent)).toString()).toBe(body);
  expect([...sentForm(sent)]).toEqual([["title", '欧阳 $5 {"']]);
});

describe("a form that cannot be read is refused", () => {
  test.each([
    ["broken off", part("title", "x")],
    ["empty", ""],
    [
      "a part without a name",
      `--${EDGE}\r\nContent-Disposition: form-data\r\n\r\nx\r\n--${EDGE}--\r\n`,
    ],
    [
      "more fields than any page has",
      form(...Array.from({ length: 1001 }, (_, index) => part(`n${index}`, ""))),
    ],
    ["thousands of lines before a value", form(part(`n"\r\n${"X:\r\n".repeat(2000)}X: "`, ""))],
    ["such lines in what nothing closes", `--${EDGE}\r\n${"X:\r\n".repeat(2000)}`],
    ["a name without an end", form(part("n".repeat(5000), ""))],
  ])("%s", async (_case, body) => {
    expect(await isFormReadable(request(body))).toBe(false);
  });

  test("a body that ends before the announced length", async () => {
    const sent = request(form(part("t", "x")), { "content-length": "5000" });
    expect(await isFormReadable(sent)).toBe(false);
  });
});
