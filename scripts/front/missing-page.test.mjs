import http from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askedRequest, replaceEmptyDocuments } from "./missing-page.mjs";

let port;

/** The front with pages behind it: a form whose page is missing or leads on, and the pages that stand in for it. */
const server = http.createServer((req, res) => {
  const askedBy = askedRequest(req);
  replaceEmptyDocuments(req, res, { port, fail: (raw, code) => raw.writeHead(code).end() });
  req.headers["x-club-request"] ??= "of-the-post";
  const { pathname } = new URL(req.url, "http://localhost");
  if (pathname === "/fr/gone") return res.writeHead(404).end();
  if (pathname === "/fr/led-on") {
    res.statusCode = 307;
    res.setHeader("Location", "/fr/sign-in");
    res.setHeader("Content-Type", "text/html");
    return res.end("<p>a page that nobody sees</p>");
  }
  res.end(`${req.method} ${pathname} for ${askedBy}`);
});

beforeAll(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address());
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function ask(path, method = "POST", accept = "text/html") {
  const url = `http://127.0.0.1:${port}${path}`;
  const answer = await fetch(url, { method, headers: { accept }, redirect: "manual" });
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
