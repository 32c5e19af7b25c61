import { expect, test } from "vitest";
import { parseProxies } from "./client-address.mjs";
import { setRequestHeaders } from "./request-headers.mjs";

/** The headers that a page reads of a request from 203.0.113.7. */
function readBy(url, sent = {}) {
  const headers = { host: "club.example", ...sent };
  const req = { url, headers, socket: { remoteAddress: "203.0.113.7" } };
  const facts = { origin: "https://club.example", proxies: parseProxies(), policy: "ours" };
  setRequestHeaders(req, facts);
  return headers;
}

test.each([
  ...["x-club-client", "x-club-locale", "x-club-request", "x-club-path", "x-club-action"],
  ...["x-club-notice", "x-club-drawn", "x-forwarded-for", "x-forwarded-host", "x-real-ip"],
  ...["forwarded", "host", "x-nonce", "x-middleware-subrequest", "x-middleware-set-cookie"],
  ...["x-invoke-path", "x-matched-path", "x-nextjs-data", "next-resume", "x-prerender-revalidate"],
  ...["x-action-redirect", "content-security-policy", "content-security-policy-report-only"],
])("what a client says itself in %s reaches no page", (name) => {
  expect(JSON.stringify(readBy("/fr", { [name]: "forged" }))).not.toContain("forged");
});

test("a page knows its own address without its language, and apart from it what it has to say once", () => {
  expect(readBy("/zh/projects?page=2&notice=saved&_rsc=1")).toMatchObject({
    ...{ "x-club-locale": "zh", "x-club-path": "/projects?page=2", "x-club-notice": "saved" },
    ...{ "x-club-client": "203.0.113.7", "x-forwarded-for": "203.0.113.7" },
  });
  expect(readBy("/fr?notice=%3Cb%3E")).toMatchObject({ "x-club-path": "/", "x-club-notice": "" });
});

test("a part of a file is not asked for: Next calls one that the file does not have a failure of its own", () => {
  const headers = readBy("/icon-512.png", { range: "bytes=5-2", "if-range": '"a"' });
  expect(headers).not.toHaveProperty("range");
  expect(headers).not.toHaveProperty("if-range");
});
