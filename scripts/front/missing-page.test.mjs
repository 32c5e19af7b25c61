import http from "node:http";
import { describe, expect, test } from "vitest";
import { listenWhileTested } from "./listen-while-tested.mjs";
import { askedRequest, replaceEmptyDocuments } from "./missing-page.mjs";

const ELSEWHERE = "https://elsewhere.example/";

/** The front with pages behind it: a form whose page is missing or leads on, and the pages that stand in for it. */
const server = http.createServer((req, res) => {
  const askedBy = askedRequest(req);
  const fail = (raw, code) => {
    raw.writeHead(code);
    raw.end(`words of ${code}`);
  };
  replaceEmptyDocuments(req, res, { port: server.address().port, fail });
  req.headers["x-club-request"] ??= "of-the-post";
  const { pathname } = new URL(req.url, "http://localhost");
  if (pathname.endsWith("/gone")) {
    res.setHeader("ETag", "of-the-empty-document");
    return res.writeHead(404).end();
  }
  if (pathname === "/api/none") return res.writeHead(Number(req.headers["x-status"])).end();
  if (pathname === "/en/missing") return res.writeHead(503).end();
  if (pathname === "/fr/led-on" || pathname === "/fr/away") {
    res.statusCode = 307;
    res.setHeader("Location", pathname === "/fr/away" ? ELSEWHERE : "/fr/sign-in");
    res.setHeader("Content-Type", "text/html");
    return res.end("<p>a page that nobody sees</p>");
  }
  res.setHeader("Set-Cookie", "a=1");
  res.end(`${req.method} ${pathname} for ${askedBy}`);
});

const origin = listenWhileTested(server);

async function send(path, method = "POST", said = {}) {
  const url = origin() + path;
  const headers = { accept: "text/html", ...said };
  return fetch(url, { method, headers, redirect: "manual" });
}

async function ask(path, method, said) {
  const answer = await send(path, method, said);
  const { status, headers } = answer;
  return { status, location: headers.get("location"), text: await answer.text() };
}

describe("what was typed in a posted form is not lost with its page", () => {
  test("the page that stands in for a missing one knows of which post it speaks", async () => {
    const answer = await ask("/fr/gone");
    expect(answer).toMatchObject({ status: 404, text: "GET /fr/missing for of-the-post" });
  });

  test("a form led on is not posted anew: that page is sent in its place", async () => {
    const answer = await ask("/fr/led-on");
    expect(answer).toEqual({
      status: 200,
      location: null,
      text: "GET /fr/sign-in for of-the-post",
    });
  });

  test("a page asked for is led on as ever", async () => {
    const answer = await ask("/fr/led-on", "GET");
    expect(answer).toEqual({ status: 307, location: "/fr/sign-in", text: "" });
  });
});

describe("a page that stands in for another", () => {
  test("sets no cookie of its own, and is not taken for the empty one", async () => {
    const { headers } = await send("/fr/gone");
    expect([headers.get("set-cookie"), headers.get("etag")]).toEqual([null, null]);
  });

  test("is not sent where it fails: the refusal says so", async () => {
    expect(await ask("/en/gone")).toMatchObject({ status: 503, text: "words of 503" });
  });

  test("is one of ours: a form led elsewhere goes there", async () => {
    expect(await ask("/fr/away")).toEqual({ status: 303, location: ELSEWHERE, text: "" });
  });

  test("is asked for by this server alone, whoever says to be it", async () => {
    const forged = { "x-club-inner": "guessed", "x-club-asked": "/fr" };
    const answer = await ask("/fr/gone", "POST", { ...forged, "x-club-asked-request": "forged" });
    expect(answer).toMatchObject({ status: 404, text: "GET /fr/missing for of-the-post" });
  });
});

describe("what a route refuses without a word", () => {
  test.each([404, 405, 429])("has the words of the front: %i", async (status) => {
    const said = { accept: "*/*", "x-status": String(status) };
    expect(await ask("/api/none", "GET", said)).toMatchObject({
      status,
      text: `words of ${status}`,
    });
  });

  test("stays as it is where the status says enough", async () => {
    const said = { accept: "*/*", "x-status": "403" };
    expect(await ask("/api/none", "GET", said)).toMatchObject({ status: 403, text: "" });
  });
});

test.each(["*/*", "text/html"])(
  "who asks for a missing page with %s is sent ours",
  async (accept) => {
    expect(await ask("/fr/gone", "GET", { accept })).toMatchObject({
      status: 404,
      text: expect.stringMatching(/^GET \/fr\/missing/),
    });
  },
);
