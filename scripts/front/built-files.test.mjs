import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBuiltFiles, packBuilt } from "./built-files.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "built-"));
const SCRIPT = `console.log("${"silk ".repeat(400)}");`;
const UNPACK = {
  br: zlib.brotliDecompressSync,
  gzip: zlib.gunzipSync,
  none: (bytes) => bytes,
};

let server;

beforeAll(async () => {
  fs.mkdirSync(path.join(folder, "chunks"));
  fs.mkdirSync(path.join(folder, "media"));
  fs.writeFileSync(path.join(folder, "chunks/a.js"), SCRIPT);
  fs.writeFileSync(path.join(folder, "chunks/a.css"), "p{color:red}".repeat(100));
  fs.writeFileSync(path.join(folder, "media/latin.woff2"), Buffer.from([0, 1, 2, 250]));
  fs.writeFileSync(path.join(folder, "manifest.txt"), "left to Next, too");
  await packBuilt(folder);
  fs.writeFileSync(path.join(folder, "chunks/unpacked.js"), SCRIPT);
  const { answerBuilt, isNoFile } = openBuiltFiles(folder);
  // What another build does meanwhile.
  fs.rmSync(folder, { recursive: true });
  server = http.createServer((req, res) => {
    if (isNoFile(req)) return res.writeHead(404).end("nothing there");
    if (!answerBuilt(req, res)) res.end("left to Next");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => server.close());

function ask(name, { method = "GET", ...headers } = {}) {
  const { port } = server.address();
  return new Promise((resolve, reject) => {
    const asked = http.request(
      { host: "127.0.0.1", port, method, path: `/_next/static/${name}`, headers },
      async (res) => {
        const body = Buffer.concat(await res.toArray());
        resolve({ status: res.statusCode, headers: res.headers, body });
      },
    );
    asked.on("error", reject).end();
  });
}

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["gzip;q=0.0", "none"],
  ["identity", "none"],
  [undefined, "none"],
])("to whoever reads %s a script is sent as %s", async (accepted, coding) => {
  const { status, headers, body } = await ask("chunks/a.js", {
    ...(accepted && { "accept-encoding": accepted }),
  });
  expect(status).toBe(200);
  expect(headers["content-encoding"] ?? "none").toBe(coding);
  expect(UNPACK[coding](body).toString()).toBe(SCRIPT);
  expect(headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-length": `${body.length}`,
    "content-type": "application/javascript; charset=UTF-8",
    vary: "Accept-Encoding",
  });
});

test("what no build has packed is packed once, as every browser reads it", async () => {
  const { headers, body } = await ask("chunks/unpacked.js", { "accept-encoding": "gzip, br" });
  expect(headers["content-encoding"]).toBe("gzip");
  expect(zlib.gunzipSync(body).toString()).toBe(SCRIPT);
});

test("a style sheet is packed, a font is sent as it is", async () => {
  const style = await ask("chunks/a.css", { "accept-encoding": "br" });
  expect(style.headers).toMatchObject({
    "content-encoding": "br",
    "content-type": "text/css; charset=UTF-8",
  });
  const font = await ask("media/latin.woff2", { "accept-encoding": "gzip, br" });
  expect(font.headers).toMatchObject({ "content-type": "font/woff2", "content-length": "4" });
  expect(font.headers).not.toHaveProperty("content-encoding");
  expect(font.headers).not.toHaveProperty("vary");
});

test("who has it is told so, and of its head alone is sent what the whole would say", async () => {
  const { headers } = await ask("chunks/a.js", { "accept-encoding": "br" });
  const again = await ask("chunks/a.js", { "if-none-match": headers.etag });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const head = await ask("chunks/a.js", { method: "HEAD", "accept-encoding": "br" });
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers["content-length"]).toBe(headers["content-length"]);
});

test("the mark behind an address changes nothing", async () => {
  expect((await ask("chunks/a.js?dpl=1")).status).toBe(200);
});

test("what the build made of another kind is left to Next", async () => {
  expect((await ask("manifest.txt")).body.toString()).toBe("left to Next");
});

test.each([
  "chunks/a.js.br",
  "nothing.js",
  "chunks",
  "../package.json",
  "../image?url=%2Fog.png",
  "chunks/../../server/secret.js",
  "chunks%2fa.js",
])("%s is told to be missing, and no page is drawn for it", async (name) => {
  const { status, body } = await ask(name);
  expect([status, body.toString()]).toEqual([404, "nothing there"]);
});

test("nothing can be sent to a file", async () => {
  const { body } = await ask("chunks/a.js", { method: "POST" });
  expect(body.toString()).toBe("left to Next");
});
