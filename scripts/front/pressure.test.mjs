import { EventEmitter } from "node:events";
import http from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { takeInTime } from "./pressure.mjs";
import { refuse } from "./refusals.mjs";

let clock;
let take;
let inWork;

beforeEach(() => {
  clock = 0;
  take = takeInTime(() => clock);
  inWork = [];
});

function ask(url = "/zh/home", accept = "text/html", method = "GET") {
  const res = new EventEmitter();
  const isTaken = take({ url, method, headers: { accept } }, res);
  if (isTaken) inWork.push(res);
  return isTaken;
}
const asked = (count, ...request) => {
  for (let i = 0; i < count; i += 1) if (!ask(...request)) return i;
  return count;
};
function endAll(eachMs) {
  for (const res of inWork.splice(0)) {
    clock += eachMs;
    res.emit("close");
  }
}

describe("under pressure", () => {
  test("32 pages are taken, however long each lasts", () => {
    for (let round = 0; round < 3; round += 1) {
      expect(asked(32)).toBe(32);
      endAll(3000);
    }
    expect(asked(100)).toBe(32);
  });

  test("as many as end within ten seconds at the pace of the latest, and 200 at most", () => {
    expect(asked(1000)).toBe(100);
    endAll(200);
    const slow = asked(1000);
    expect(slow).toBeGreaterThanOrEqual(50);
    expect(slow).toBeLessThan(60);
    endAll(200);
    asked(60);
    endAll(5);
    expect(asked(1000)).toBe(200);
  });

  test("a pace is that of answers that others wait for, not of silence between them", () => {
    for (let i = 0; i < 40; i += 1) {
      clock += 60_000;
      ask();
      endAll(50);
    }
    expect(asked(1000)).toBeGreaterThan(150);
  });

  test("health and files are always taken, forms until far beyond", () => {
    expect(asked(1000)).toBe(100);
    for (const url of ["/healthz", "/readyz", "/_next/static/a.js"]) expect(ask(url)).toBe(true);
    expect([ask("/favicon.svg", "image/*"), ask("/api/files/1", "text/html")]).toEqual([
      true,
      true,
    ]);
    expect(ask("/api/members", "application/json")).toBe(false);
    expect(asked(1000, "/fr/home", "text/html", "POST")).toBe(300);
  });
});

describe("who is refused", () => {
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  const takeHere = takeInTime();
  const server = http.createServer(async (req, res) => {
    if (!takeHere(req, res)) return refuse(req, res, 503);
    await held;
    res.end("from the page");
  });
  const get = () =>
    fetch(`http://127.0.0.1:${server.address().port}/zh/home`, {
      headers: { accept: "text/html" },
    });

  beforeAll(() => new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test("is told at once in their language, and the others are served", async () => {
    const answers = Array.from({ length: 120 }, get);
    const refused = [];
    await new Promise((resolve) => {
      for (const answer of answers)
        answer.then((one) => one.status === 503 && refused.push(one) === 20 && resolve());
    });
    const [first] = refused;
    expect([first.status, first.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await first.text()).toContain("服务暂时不可用");
    release();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(100);
  });
});
