import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { markDatabaseAway, markFormTaken, markNotKept, markTooOften } from "@/db/request-mark";
import { answerRequest } from "./answered-request.mjs";
import { listenWhileTested } from "./listen-while-tested.mjs";
import { replaceEmptyDocuments } from "./missing-page.mjs";
import { refuse } from "./refusals.mjs";

/** The front with pages behind it that fail: `/away` for want of the database, `/bug` by a fault of ours. */
const server = http.createServer((req, res) =>
  answerRequest(async () => {
    const fail = (raw, code) => refuse(req, raw, code);
    replaceEmptyDocuments(req, res, { host: "127.0.0.1", port: server.address().port, fail });
    await sleep(5);
    if (req.url.includes("away")) markDatabaseAway();
    if (req.url.includes("often")) markTooOften(120);
    if (req.url.includes("taken")) markFormTaken();
    if (req.url.includes("not-kept")) markNotKept();
    await sleep(5);
    res.statusCode = /fine|often/.test(req.url) ? 200 : 500;
    res.end("from the page");
  }, req.method === "POST"),
);

const origin = listenWhileTested(server);

const ask = async (path, accept) => {
  const answer = await fetch(origin() + path, { headers: { accept } });
  const { status, headers } = answer;
  return { status, text: await answer.text(), headers };
};

describe("a 503 is decided where the database failed", () => {
  test.each(["text/html", "application/json", "*/*"])("for %s", async (accept) => {
    expect((await ask("/fr/away", accept)).status).toBe(503);
  });

  test("a fault of ours is a 500 even beside requests that miss the database", async () => {
    const paths = Array.from({ length: 20 }, (_, i) => (i % 2 ? "/en/away" : "/en/bug"));
    const answers = await Promise.all(paths.map((path) => ask(path, "text/html")));
    expect(answers.map(({ status }) => status)).toEqual(paths.map((_, i) => (i % 2 ? 503 : 500)));
    expect(answers[0].text).toContain("Something went wrong on our side");
    expect(answers[1].text).toContain("The service is unavailable for a moment");
  });

  test("the page of a form that could not be kept is a 503, as it is, and says when to send it again", async () => {
    const answer = await ask("/en/away-and-not-kept-but-fine", "text/html");
    expect(answer).toMatchObject({ status: 503, text: "from the page" });
    expect(answer.headers.get("retry-after")).toBe("5");
  });

  test("a page that does without the database is sent as it is", async () => {
    const answer = await ask("/en/away-but-fine", "text/html");
    expect(answer).toMatchObject({ status: 200, text: "from the page" });
  });

  test.each([
    ["/fr/away", "text/html", "text/html", "Le service est indisponible"],
    ["/api/away?locale=zh", "application/json", "application/json", "服务暂时不可用"],
    ["/api/away?locale=en", "*/*", "application/json", '{"message":"The service'],
    ["/en/away?_rsc=1", "text/x-component", "text/plain", "The service is unavailable"],
  ])("%s for %s: our words in %s, and when to come back", async (path, accept, type, words) => {
    const { status, headers, text } = await ask(path, accept);
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect(headers.get("content-type")).toContain(type);
    expect(text).toContain(words);
    expect(text).not.toContain("from the page");
  });
});

test.each([
  ["before any action took it cannot be read", "/en/bug", 400, "couldn’t read"],
  ["in the action that took it is a fault of ours", "/en/bug-taken", 500, "Something went wrong"],
  ["for want of the database is told as that", "/en/away", 503, "The service is unavailable"],
])("a form that fails %s", async (_case, path, status, words) => {
  for (const accept of ["text/html", "text/x-component"]) {
    const answer = await fetch(origin() + path, {
      method: "POST",
      // Nobody reads it.
      body: "x".repeat(500_000),
      headers: { accept },
    });
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(words)]);
  }
});

test.each(["text/html", "text/x-component"])(
  "a page that says that a limit is spent is a 429 with the seconds to wait, for %s",
  async (accept) => {
    const { status, headers, text } = await ask("/fr/often", accept);
    expect([status, headers.get("retry-after"), text]).toEqual([429, "120", "from the page"]);
  },
);
