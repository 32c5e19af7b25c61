import http from "node:http";
import { gunzipSync } from "node:zlib";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { keepPages } from "./kept-pages.mjs";
import { listenWhileTested } from "./listen-while-tested.mjs";
import { dayHere } from "./public-epoch.mjs";
import { contentPolicy, finishHeaders, freshNonce, nonceOf } from "./response-headers.mjs";

const ORIGIN = "http://localhost:3000";
const epoch = {
  state: "",
  read: async () => epoch.state,
  unwatched: async () => new Set(["sessions"]),
};
const readings = new Map();
const nobody = { accept: "text/html,*/*;q=0.8", "accept-encoding": "gzip, br" };
const unpacked = { accept: "text/html" };

/** How often each page was drawn, and what holds the next drawings back. */
let drawn = {};
let held = null;

const ATOM = { "Content-Type": "application/atom+xml; charset=utf-8", ETag: 'W/"one"' };

const PAGES = {
  "/fr/cookie": { headers: { "Set-Cookie": "a=1" } },
  "/fr/redirect": { status: 307, headers: { Location: "/fr" } },
  "/fr/missing": { status: 404 },
  "/fr/broken": { status: 500 },
  "/fr/keyed": {
    text: '<input name="_key" type="hidden" value="5ac1-18~Na8j2iceXf6tHFx1Pu9vrC"/>',
  },
  "/fr/keyed-later": { text: '{\\"idempotencyKey\\":\\"5ac1\\"}' },
  "/fr/keyless": {
    text: '<input name="_key" type="hidden" value="~Na8j2iceXf6tHFx1Pu9vrC"/>',
  },
  "/fr/unwatched": { statement: 'select "id" from "sessions"' },
  "/fr/clock": { statement: 'select "id" from "entries" where "at" < now()' },
  "/fr/of-the-minute": { isOfTheMinute: true },
  "/fr/writing": { statement: 'update "entries" set "x" = 1' },
  "/sitemap.xml": { headers: { "Content-Type": "application/xml" } },
  "/fr/feed.xml": { headers: ATOM },
  "/fr/projects/feed.xml": { headers: { ...ATOM, "Set-Cookie": "a=1" } },
  "/fr/json": { headers: { "Content-Type": "application/json" } },
};

/** The pages as they are drawn: with the nonce in their text and in a header. */
const inner = http.createServer(async (req, res) => {
  const { url } = req;
  drawn[url] = (drawn[url] ?? 0) + 1;
  const state = epoch.state;
  const { status = 200, headers = {}, text = "", statement, isOfTheMinute } = PAGES[url] ?? {};
  const reading = readings.get(req.headers["x-club-drawn"]);
  reading.statements.add(statement ?? 'select "id" from "entries"');
  if (isOfTheMinute) reading.isOfTheMinute = true;
  await held;
  if (url === "/fr/cut") return res.destroy();
  const policy = contentPolicy(freshNonce());
  finishHeaders(res, { policy, origin: ORIGIN, isClosing: () => false });
  res.setHeader("Content-Type", "text/html; charset=utf-8");
  res.setHeader("Link", `</a.css>; rel=preload; nonce="${nonceOf(policy)}"`);
  res.writeHead(status, headers);
  res.end(
    `<script nonce="${nonceOf(policy)}">${state}</script>${text}${JSON.stringify(req.headers)}`,
  );
});

const answerKept = keepPages({
  epoch,
  readings,
  where: () => ({ port: inner.address().port, host: "localhost:3000" }),
});
const outer = http.createServer(async (req, res) => {
  const policy = contentPolicy(freshNonce());
  finishHeaders(res, { policy, origin: ORIGIN, isClosing: () => false });
  if (!(await answerKept(req, res, policy))) res.writeHead(200, { "x-ordinary": "1" }).end();
});

for (const server of [inner, outer]) listenWhileTested(server);
beforeAll(() => {
  // What is kept is of one day: none begins in Lyon while these run, nor while one of them lets minutes pass.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-26T12:00:00Z") });
});
let turn = 0;
beforeEach(() => {
  drawn = {};
  held = null;
  turn += 1;
  epoch.state = `1 ${turn} ${dayHere()}`;
});

function ask(path, headers = nobody, method = "GET") {
  const { port } = outer.address();
  return new Promise((resolve, reject) => {
    const req = http.request({ port, path, method, headers, host: "127.0.0.1" }, (res) => {
      const chunks = [];
      res.on("data", (chunk) => chunks.push(chunk));
      res.on("end", () => {
        const body = Buffer.concat(chunks);
        const isGzip = res.headers["content-encoding"] === "gzip" && body.length > 0;
        const text = String(isGzip ? gunzipSync(body) : body);
        const isOrdinary = res.headers["x-ordinary"] === "1";
        resolve({ status: res.statusCode, headers: res.headers, body, text, isOrdinary });
      });
    });
    req.on("error", reject).end();
  });
}

describe("what is drawn once for everybody", () => {
  test("many at once get one drawing, each with a nonce of their own", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask("/fr/about")));
    answers.push(await ask("/fr/about"));
    expect(drawn).toEqual({ "/fr/about": 1 });
    const nonces = answers.map(({ headers }) => nonceOf(headers["content-security-policy"]));
    expect(new Set(nonces).size).toBe(21);
    expect(new Set(answers.map(({ headers }) => headers["x-request-id"])).size).toBe(21);
    for (const [index, { text, headers }] of answers.entries()) {
      expect(text).toContain(`<script nonce="${nonces[index]}">`);
      expect(headers.link).toContain(`nonce="${nonces[index]}"`);
    }
  });

  test("it is drawn for somebody of whom nothing is known", async () => {
    const { text } = await ask("/fr/projects", {
      ...nobody,
      referer: "https://elsewhere.example/",
      "user-agent": "canary",
      "accept-language": "zh",
      "x-forwarded-for": "10.1.1.1",
      "x-club-client": "10.1.1.1",
    });
    const asked = JSON.parse(text.slice(text.lastIndexOf("{")));
    expect(Object.keys(asked).sort()).toEqual(["accept", "connection", "host", "x-club-drawn"]);
  });

  test("the list of all pages is drawn once, whatever its reader says they accept", async () => {
    for (const accept of ["*/*", "text/html"]) await ask("/sitemap.xml", { accept });
    expect((await ask("/sitemap.xml?a", {})).isOrdinary).toBe(true);
    expect(drawn).toEqual({ "/sitemap.xml": 1 });
  });

  test("what depends on the time of day is kept for a minute", async () => {
    for (const seconds of [0, 59, 2, 59]) {
      vi.setSystemTime(Date.now() + seconds * 1000);
      for (const path of ["/fr/of-the-minute", "/fr/about"]) await ask(path);
    }
    expect(drawn).toEqual({ "/fr/of-the-minute": 2, "/fr/about": 1 });
  });

  test("what has changed is drawn anew, and what was kept is never sent again", async () => {
    const both = () => Promise.all([nobody, unpacked].map((as) => ask("/fr/change", as)));
    await both();
    const before = epoch.state;
    epoch.state = `1 changed ${dayHere()}`;
    for (const { text } of await both()) expect(text).not.toContain(before);
    expect(drawn["/fr/change"]).toBe(2);
  });

  test("what changes while it is drawn is drawn anew for the next", async () => {
    let release;
    held = new Promise((resolve) => {
      release = resolve;
    });
    const first = ask("/fr/meanwhile");
    await expect.poll(() => drawn["/fr/meanwhile"]).toBe(1);
    epoch.state = `1 meanwhile ${dayHere()}`;
    const second = ask("/fr/meanwhile");
    await expect.poll(() => drawn["/fr/meanwhile"]).toBe(2);
    release();
    const [{ text: old }, { text: fresh }] = await Promise.all([first, second]);
    expect(old).not.toContain("meanwhile ");
    expect(fresh).toContain("meanwhile ");
    expect((await ask("/fr/meanwhile")).text).toContain("meanwhile ");
  });

  test("a form without a key of its own is kept", async () => {
    for (const _time of [1, 2]) await ask("/fr/keyless");
    expect(drawn["/fr/keyless"]).toBe(1);
  });

  test("is sent as it is asked for: packed, plain, or its head alone", async () => {
    const [, packed] = [await ask("/fr/forms"), await ask("/fr/forms")];
    const plain = await ask("/fr/forms", unpacked);
    const refused = await ask("/fr/forms", { ...nobody, "accept-encoding": "gzip;q=0, br" });
    const wanted = await ask("/fr/forms", { ...nobody, "accept-encoding": "br, gzip;q=0.9" });
    const head = await ask("/fr/forms", nobody, "HEAD");
    const encodings = [packed, wanted, plain, refused].map(
      (one) => one.headers["content-encoding"],
    );
    expect(encodings).toEqual(["gzip", "gzip", undefined, undefined]);
    expect(plain.headers["content-length"]).toBe(String(plain.body.length));
    expect(head.headers["content-length"]).toBe(packed.headers["content-length"]);
    expect(head.body.length).toBe(0);
    expect(drawn["/fr/forms"]).toBe(1);
  });
});

describe("a feed", () => {
  const reader = { accept: "application/atom+xml", "accept-encoding": "gzip" };

  test("is kept for whoever asks, whatever they accept, as it was drawn", async () => {
    const [packed, plain] = [await ask("/fr/feed.xml", reader), await ask("/fr/feed.xml", {})];
    expect(drawn).toEqual({ "/fr/feed.xml": 1 });
    expect(packed.headers).toMatchObject({ etag: ATOM.ETag, "content-encoding": "gzip" });
    expect(packed.text).toBe(plain.text);
    epoch.state = `1 hidden ${dayHere()}`;
    expect((await ask("/fr/feed.xml", reader)).text).not.toBe(plain.text);
  });

  test("is not sent again to who has it, and is as soon as it changed", async () => {
    const known = { ...reader, "if-none-match": ATOM.ETag };
    const same = await ask("/fr/feed.xml", known);
    expect([same.status, same.text, same.headers["content-length"]]).toEqual([304, "", undefined]);
    const other = await ask("/fr/feed.xml", { ...reader, "if-none-match": 'W/"two"' });
    expect(other.status).toBe(200);
    expect(drawn).toEqual({ "/fr/feed.xml": 1 });
  });
});

describe("what goes the ordinary way", () => {
  test.each([
    ["a reader", "/fr/a", { ...nobody, cookie: "club-session=a" }],
    ["any cookie at all", "/fr/a", { ...nobody, cookie: "a=" }],
    ["a query", "/fr/a?q=1", nobody],
    ["data of a page", "/fr/a", { ...nobody, rsc: "1" }],
    ["what is no document", "/fr/a", { accept: "application/json" }],
    ["who comes from a search", "/fr/a", { ...nobody, referer: `${ORIGIN}/fr/projects?q=a` }],
    ["an address of no page", "/robots.txt", nobody],
    ["an address without a language", "/", nobody],
    ["a posted form", "/fr/a", nobody, "POST"],
    ["the head of what nobody has asked for", "/fr/a", nobody, "HEAD"],
  ])("%s", async (_name, path, headers, method) => {
    expect((await ask(path, headers, method)).isOrdinary).toBe(true);
    expect(drawn).toEqual({});
  });

  test("everything while the database does not say how things stand", async () => {
    await ask("/fr/silent");
    epoch.state = null;
    expect((await ask("/fr/silent")).isOrdinary).toBe(true);
  });

  test("a page that cannot be drawn: nobody waits for it", async () => {
    const answers = await Promise.all(Array.from({ length: 3 }, () => ask("/fr/cut")));
    expect(answers.every(({ isOrdinary }) => isOrdinary)).toBe(true);
    expect(drawn["/fr/cut"]).toBe(1);
  });
});

test.each([
  ...Object.keys(PAGES).filter(
    (path) => !/keyless|minute|sitemap|missing|broken|redirect|json|fr\/feed/.test(path),
  ),
])("%s is not kept, and those who wait for it are not sent it", async (path) => {
  const [first, second] = await Promise.all([ask(path), ask(path)]);
  expect([first.isOrdinary, second.isOrdinary].sort()).toEqual([false, true]);
  expect((await ask(path)).isOrdinary).toBe(true);
  expect(drawn[path]).toBe(1);
});

test.each([
  ["/fr/missing", 404],
  ["/fr/broken", 500],
  ["/fr/redirect", 307],
  ["/fr/json", 200],
])("%s is passed on as it is, each time", async (path, status) => {
  for (const times of [1, 2]) {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status, isOrdinary: false });
    expect(answer.text).toContain(nonceOf(answer.headers["content-security-policy"]));
    expect(drawn[path]).toBe(times);
  }
});

test("what is drawn about midnight is not kept", async () => {
  epoch.state = "1 1 2014-03-26";
  await ask("/fr/midnight");
  await ask("/fr/midnight");
  expect(drawn["/fr/midnight"]).toBe(2);
});
