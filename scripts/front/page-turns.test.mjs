import { EventEmitter } from "node:events";
import http from "node:http";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pageTurns } from "./page-turns.mjs";
import { refuse } from "./refusals.mjs";

let clock;
let turn;
let drawing;
let refused;

beforeEach(() => {
  clock = 0;
  turn = pageTurns(() => clock);
  drawing = [];
  refused = 0;
});

async function ask({ url = "/zh/home", accept = "text/html", method = "GET" } = {}) {
  const res = Object.assign(new EventEmitter(), { writeHead() {} });
  turn({ url, method, headers: { accept } }, res).then((isTaken) => {
    if (isTaken) drawing.push(res);
    else refused += 1;
  });
  await setImmediate();
  return res;
}

async function askMany(count, request) {
  const asked = [];
  for (let i = 0; i < count; i += 1) asked.push(await ask(request));
  return asked;
}

async function draw(count, eachMs) {
  for (let i = 0; i < count; i += 1) {
    clock += eachMs;
    drawing.shift().writeHead(200);
    await setImmediate();
  }
}

describe("pages under pressure", () => {
  test("sixteen are drawn at once, the others in their order", async () => {
    const [first, ...others] = await askMany(20);
    expect(drawing).toHaveLength(16);
    first.writeHead(200);
    await setImmediate();
    expect(drawing.at(-1)).toBe(others[15]);
    expect(drawing).toHaveLength(17);
    first.emit("close");
    await setImmediate();
    expect(drawing).toHaveLength(17);
  });

  test("as many wait as have their turn within eight seconds, at the pace of the latest", async () => {
    const taken = async (count) => {
      refused = 0;
      await askMany(count);
      return count - refused;
    };
    expect(await taken(200)).toBe(16 + 80);
    await draw(96, 20);
    expect(await taken(1000)).toBeGreaterThan(350);
    while (drawing.length > 0) await draw(1, 2000);
    expect(await taken(1000)).toBeLessThan(16 + 6);
  });

  test("a pace is not that of silence", async () => {
    for (let i = 0; i < 100; i += 1) {
      clock += 60_000;
      await ask();
      await draw(1, 5000);
    }
    await askMany(200);
    expect([drawing.length, refused]).toEqual([16, 104]);
  });

  test("who goes away waits no more, and a page that nobody awaits makes room", async () => {
    const asked = await askMany(20);
    for (const res of asked.slice(16)) res.emit("close");
    const last = await ask();
    asked[3].emit("close");
    await setImmediate();
    expect(drawing.at(-1)).toBe(last);
  });

  test("health, files and forms never wait", async () => {
    await askMany(200);
    const before = drawing.length;
    await askMany(300, { url: "/fr/home", method: "POST" });
    for (const url of ["/healthz", "/readyz", "/_next/static/a.js", "/favicon.svg"])
      await ask({ url });
    await ask({ url: "/api/files/1" });
    expect(drawing.length - before).toBe(305);
    refused = 0;
    await ask({ url: "/api/members", accept: "application/json" });
    expect(refused).toBe(1);
  });
});

describe("who would wait too long", () => {
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  const turnHere = pageTurns();
  const server = http.createServer(async (req, res) => {
    if (!(await turnHere(req, res))) return refuse(req, res, 503);
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

  test("is told at once in their language, and all the others are served", async () => {
    const answers = Array.from({ length: 116 }, get);
    const early = [];
    await new Promise((resolve) => {
      for (const answer of answers)
        answer.then((one) => one.status === 503 && early.push(one) === 20 && resolve());
    });
    const [first] = early;
    expect([first.status, first.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await first.text()).toContain("服务暂时不可用");
    release();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(96);
  });
});
