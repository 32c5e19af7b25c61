import http from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import compression from "compression";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { keepFiles } from "./kept-files.mjs";

const FOR_EVER = "public, max-age=31536000, immutable";
const DRAWING = `<svg>${"<path/>".repeat(300)}</svg>`;

let server;
let drawn = [];
let answerKeptFile;

beforeAll(async () => {
  const compress = compression();
  server = http.createServer((req, res) => {
    if (answerKeptFile(req, res)) return;
    drawn.push(req.url);
    compress(req, res, () => {});
    res.setHeader("Cache-Control", req.url.includes("private") ? "private, no-store" : FOR_EVER);
    res.setHeader("Content-Type", "image/svg+xml");
    res.setHeader("X-Request-Id", `${drawn.length}`);
    if (req.url.includes("cookie")) res.setHeader("Set-Cookie", "a=b");
    if (req.url.includes("none")) res.statusCode = 404;
    if (req.url.includes("large")) res.write("x".repeat(70_000));
    if (req.url.includes("small")) return res.end("<svg/>");
    res.write(DRAWING.slice(0, 9));
    res.end(DRAWING.slice(9));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => server.close());

beforeEach(() => {
  drawn = [];
  answerKeptFile = keepFiles();
});

function ask(path, { method = "GET", ...headers } = {}) {
  const { port } = server.address();
  return new Promise((resolve, reject) => {
    http
      .request({ host: "127.0.0.1", port, path, method, headers }, async (res) => {
        const body = Buffer.concat(await res.toArray());
        resolve({ status: res.statusCode, headers: res.headers, body });
      })
      .on("error", reject)
      .end();
  });
}

test.each([
  ["gzip, deflate, br", brotliDecompressSync],
  ["gzip", gunzipSync],
  ["identity", (bytes) => bytes],
])("for whoever reads %s a drawing is drawn once", async (accepted, unpack) => {
  const asked = { "accept-encoding": accepted };
  const first = await ask("/api/swatches/l1.svg", asked);
  const second = await ask("/api/swatches/l1.svg", asked);
  expect(drawn).toHaveLength(1);
  for (const { status, body } of [first, second])
    expect([status, unpack(body).toString()]).toEqual([200, DRAWING]);
  const { "content-length": length, ...headers } = second.headers;
  expect(length).toBe(`${second.body.length}`);
  const { "transfer-encoding": _, "x-request-id": __, ...before } = first.headers;
  expect(headers).toEqual({ ...before, date: headers.date });
  const head = await ask("/api/swatches/l1.svg", { ...asked, method: "HEAD" });
  expect([drawn.length, head.headers["content-length"], head.body.length]).toEqual([1, length, 0]);
});

test("what was drawn for who reads nothing packed is drawn again for who does", async () => {
  await ask("/api/swatches/l4.svg");
  const { headers } = await ask("/api/swatches/l4.svg", { "accept-encoding": "gzip" });
  expect([drawn.length, headers["content-encoding"]]).toEqual([2, "gzip"]);
  const again = await ask("/api/swatches/l4.svg", { "accept-encoding": "gzip, br" });
  expect([drawn.length, again.headers["content-encoding"]]).toEqual([2, "gzip"]);
});

test("a small drawing is the same for all", async () => {
  await ask("/api/swatches/small.svg");
  const { body } = await ask("/api/swatches/small.svg", { "accept-encoding": "br" });
  expect([drawn.length, body.toString()]).toEqual([1, "<svg/>"]);
});

test("what one reads packed is never sent to who does not", async () => {
  await ask("/api/swatches/l2.svg", { "accept-encoding": "br" });
  const { headers, body } = await ask("/api/swatches/l2.svg");
  expect(headers).not.toHaveProperty("content-encoding");
  expect(body.toString()).toBe(DRAWING);
});

test.each([
  ["is for one reader", "/api/swatches/private.svg"],
  ["brings a cookie", "/api/swatches/cookie.svg"],
  ["is not there", "/api/swatches/none.svg"],
  ["is large", "/api/swatches/large.svg"],
  ["has a query", "/api/swatches/l1.svg?a"],
  ["is no swatch", "/api/codes/fr/projects/silk.png"],
  ["lies beside", "/api/swatches"],
])("what %s is not kept", async (_, path) => {
  await ask(path);
  await ask(path);
  expect(drawn).toHaveLength(2);
});

test("what is sent to it is never answered from what is kept", async () => {
  await ask("/api/swatches/l3.svg");
  await ask("/api/swatches/l3.svg", { method: "POST" });
  expect(drawn).toHaveLength(2);
});
