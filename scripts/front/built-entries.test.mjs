import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEntries } from "./built-entries.mjs";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "entries-"));
const ANSWERS = `exports.handler = async (req, res, ctx) => {
  if (req.url.includes("fails")) throw new Error("as asked");
  res.setHeader("Content-Type", "text/plain");
  res.flushHeaders();
  const answer = [__filename.split("/").pop(), req.url, ctx.requestMeta];
  if (req.method === "POST") answer.push(Buffer.concat(await req.toArray()).toString());
  res.write(JSON.stringify(answer));
  res.end("x".repeat(2000));
};`;

/** As Next writes it: the pattern of a page, with one group for each part that stands in brackets. */
const patternOf = (page) =>
  `^${page.replace(/\[\.\.\.\w+\]/g, "(.+?)").replace(/\[\w+\]/g, "([^/]+?)")}(?:/)?$`;

/** A build of some pages, in the order in which Next lists them: those without brackets first, then the narrower ones. */
function writeBuild({ staticPages, dynamicPages }) {
  const folder = path.join(root, ".next");
  fs.mkdirSync(path.join(folder, "server"), { recursive: true });
  const write = (name, value) =>
    fs.writeFileSync(path.join(folder, name), JSON.stringify(value, null, 1));
  const routes = (pages) => pages.map((page) => ({ page, regex: patternOf(page) }));
  const pages = [...staticPages, ...dynamicPages];
  const entry = (page) => `${page.replace("/members", "/(member)/members")}/page`;
  const file = (page) => `${pages.indexOf(page)}.cjs`;
  write("routes-manifest.json", {
    staticRoutes: routes(staticPages),
    dynamicRoutes: routes(dynamicPages),
  });
  write("app-path-routes-manifest.json", Object.fromEntries(pages.map((it) => [entry(it), it])));
  write(
    "server/app-paths-manifest.json",
    Object.fromEntries(pages.map((it) => [entry(it), file(it)])),
  );
  for (const page of pages) fs.writeFileSync(path.join(folder, "server", file(page)), ANSWERS);
}

let server;
const seen = [];

beforeAll(async () => {
  writeBuild({
    staticPages: ["/_not-found", "/api/members"],
    dynamicPages: [
      ...["/api/codes/[locale]/[...page]", "/api/events/[slug]/files"],
      ...["/[locale]/members/new", "/[locale]/members/[slug]", "/[locale]/[place]/map"],
      "/[locale]/[...missing]",
    ],
  });
  const { enter, isNoData } = openEntries({ root, origin: "https://club.example" });
  server = http.createServer(async (req, res) => {
    if (isNoData(req)) return res.end('["no data"]');
    try {
      if (!(await enter(req, res))) res.end("left to Next");
    } catch (error) {
      seen.push(error.message);
      res.writeHead(500).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.close();
  fs.rmSync(root, { recursive: true });
});

/** What is answered to a request, and in how many pieces it came. */
const ask = (url, { method = "GET", headers = {}, sent } = {}) =>
  new Promise((resolve, reject) => {
    const { port } = server.address();
    http
      .request({ port, path: url, method, headers }, (res) => {
        const pieces = [];
        res.on("data", (piece) => pieces.push(piece));
        res.on("end", () =>
          resolve({ status: res.statusCode, headers: res.headers, body: Buffer.concat(pieces) }),
        );
      })
      .on("error", reject)
      .end(sent);
  });

const readBy = async (url, given) => {
  const body = (await ask(url, given)).body.toString();
  return body === "left to Next" ? body : JSON.parse(body.slice(0, body.lastIndexOf("]") + 1));
};

test.each([
  ["/api/members?locale=fr&q=%E5%BC%A0&page=2", "1.cjs"],
  ["/api/members?", "1.cjs"],
  ["/fr/members/new", "4.cjs"],
  ["/fr/members/news", "5.cjs"],
  ["/xx/members/bench-1?notice=saved", "5.cjs"],
  ["/fr/members/map", "5.cjs"],
  ["/fr/lyon/map", "6.cjs"],
])("%s is answered by its entry, with the address as it was asked", async (url, file) => {
  const initURL = `https://club.example${url}`;
  const relativeProjectDir = path.relative(process.cwd(), root);
  expect(await readBy(url)).toEqual([file, url, { relativeProjectDir, initURL }]);
});

test.each([
  ...["/api", "/api/", "/api?locale=fr", "/api/nothing", "/api/members/x", "/api/%6dembers"],
  ...["/api//members", "/api/codes/fr", "/api/events/a/files/b"],
])("%s is no data of ours, whatever page has any word there", async (url) => {
  expect(await readBy(url)).toEqual(["no data"]);
  expect(await readBy(url, { method: "POST", headers: { rsc: "1" } })).toEqual(["no data"]);
});

test.each(["/api/codes/fr/a/b.png", "/api/members/", "/apis/x"])("%s may be", async (url) => {
  expect(await readBy(url)).toBe("left to Next");
});

test.each([
  ["no entry", "/fr/nothing"],
  ["what is of several parts", "/fr/a/b/c"],
  ["a page of Next's own", "/_not-found"],
  ["a slash at the end", "/fr/members/new/"],
  ["two slashes", "//fr/members/new"],
  ["an empty part", "/fr//members/new"],
  ["a part written in another way", "/fr/members/%6eew"],
  ["data of a page", "/fr/members/bench-1.rsc"],
  ["a name that Next keeps for itself", "/fr/members/bench-1?page=2&nxtPslug=bench-2"],
  ["another", "/fr/members/bench-1?nxtIslug=bench-2"],
  ["another", "/fr/members/bench-1?nextInternalLocale=en"],
  ["such a name written in another way", "/fr/members/bench-1?n%78tPslug=bench-2"],
  ["a question mark in a name", "/fr/members/bench-1?a?nxtPslug=bench-2"],
])("%s is left to Next: %s", async (_what, url) => {
  expect(await readBy(url)).toBe("left to Next");
});

test("what Next's script asks for in place of a page is left to Next", async () => {
  expect(await readBy("/fr/members/new", { headers: { rsc: "1" } })).toBe("left to Next");
});

test("a form comes to the entry of its page with all that was sent", async () => {
  const sent = "é".repeat(100_000);
  const [file, , , body] = await readBy("/fr/members/new", { method: "POST", sent });
  expect([file, body]).toEqual(["4.cjs", sent]);
});

test.each([
  ["gzip", gunzipSync],
  ["gzip, deflate, br", brotliDecompressSync],
])("an answer is packed for who takes %s, and says that it may be", async (accepted, unpack) => {
  const { body, headers } = await ask("/api/members", { headers: { "accept-encoding": accepted } });
  const coding = unpack === gunzipSync ? "gzip" : "br";
  expect(headers).toMatchObject({ "content-encoding": coding, vary: "Accept-Encoding" });
  expect(unpack(body).toString()).toContain("x".repeat(2000));
  expect((await ask("/api/members")).headers).not.toHaveProperty("content-encoding");
});

test("a head is answered without a body", async () => {
  const { status, body } = await ask("/api/members", { method: "HEAD" });
  expect([status, body.length]).toEqual([200, 0]);
});

test("what an entry throws is whoever's who asked", async () => {
  expect((await ask("/fr/members/fails")).status).toBe(500);
  expect(seen).toEqual(["as asked"]);
});
