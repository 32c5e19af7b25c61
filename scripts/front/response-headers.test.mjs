import http from "node:http";
import { describe, expect, test } from "vitest";
import { listenWhileTested } from "./listen-while-tested.mjs";
import { contentPolicy, finishHeaders } from "./response-headers.mjs";

const FILE = "default-src 'none'; sandbox";
const ANSWERS = {
  "/page": { "Content-Type": "text/html" },
  "/file": {
    "Content-Disposition": 'attachment; filename="a.pdf"',
    "Content-Security-Policy": FILE,
  },
  "/export": { "Content-Disposition": 'attachment; filename="club-account.json"' },
  "/signed-out": { "Set-Cookie": ["club-flash=x", "__Host-club-session=; Path=/; Max-Age=0"] },
  "/signed-in": { "Set-Cookie": "__Host-club-session=abc; Path=/" },
  "/shown": { "Content-Security-Policy": FILE },
};

/** Answers as Next does: a header that is there already keeps its value. */
const server = http.createServer((req, res) => {
  finishHeaders(res, {
    policy: contentPolicy("the-nonce"),
    origin: "https://club.example.org",
    isClosing: () => req.url === "/shown",
  });
  for (const [name, value] of Object.entries(ANSWERS[req.url]))
    if (!res.hasHeader(name)) res.appendHeader(name, value);
  res.end("x");
});

const origin = listenWhileTested(server);

const policyOf = async (path) =>
  (await fetch(origin() + path)).headers.get("content-security-policy");

describe("the policy of an answer", () => {
  test("a page has its nonce", async () => {
    expect(await policyOf("/page")).toContain("'nonce-the-nonce' 'strict-dynamic'");
  });

  test.each(["/file", "/export", "/shown"])(
    "%s keeps the sandbox, and nothing else",
    async (path) => {
      expect(await policyOf(path)).toBe(FILE);
    },
  );
});

test("every answer says once what a browser may do with it", async () => {
  const { headers } = await fetch(`${origin()}/file`);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("strict-transport-security")).toContain("max-age=63072000");
  expect(headers.get("cache-control")).toBe("no-store");
});

test("a server that goes says so", async () => {
  expect((await fetch(`${origin()}/shown`)).headers.get("connection")).toBe("close");
});

test("signing out has the browser forget pages and pictures, and no cookie of another kind", async () => {
  const clears = async (path) => (await fetch(origin() + path)).headers.get("clear-site-data");
  expect(await clears("/signed-out")).toBe('"cache", "storage"');
  expect(await clears("/signed-in")).toBeNull();
  expect(await clears("/page")).toBeNull();
});
