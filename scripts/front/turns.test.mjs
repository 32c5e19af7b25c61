import { AsyncResource } from "node:async_hooks";
import { EventEmitter } from "node:events";
import http from "node:http";
import { setImmediate } from "node:timers/promises";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { markResting } from "@/db/request-mark";
import { answerRequest } from "./answered-request.mjs";
import { listenWhileTested } from "./listen-while-tested.mjs";
import { LABELS } from "./refusal-words.mjs";
import { refusalOf, refuse } from "./refusals.mjs";
import { openTurns } from "./turns.mjs";

const FORM = { url: "/fr/home", method: "POST", type: "multipart/form-data; boundary=x" };

let clock;
let turn;
let drawing;
let refused;

beforeEach(() => {
  clock = 0;
  turn = openTurns(() => clock);
  drawing = [];
  refused = 0;
});

async function ask({ url = "/zh/home", accept = "text/html", method = "GET", type } = {}) {
  const res = Object.assign(new EventEmitter(), { writeHead() {} });
  turn({ url, method, headers: { accept, "content-type": type } }, res).then((isTaken) => {
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

  test("before any have waited it is that of those who did not, alone or beside others", async () => {
    for (let i = 0; i < 50; i += 1) {
      await askMany(4);
      await draw(4, 10);
    }
    await askMany(400);
    expect([drawing.length, refused]).toEqual([16, 0]);
  });

  test("one that was slow does not last", async () => {
    await askMany(20);
    await draw(20, 3000);
    for (let i = 0; i < 100; i += 1) {
      await ask();
      await draw(1, 20);
    }
    await askMany(200);
    expect([drawing.length, refused]).toEqual([16, 0]);
  });

  test("who goes away waits no more, and a page that nobody awaits makes room", async () => {
    const asked = await askMany(20);
    for (const res of asked.slice(16)) res.emit("close");
    const last = await ask();
    asked[3].emit("close");
    await setImmediate();
    expect(drawing.at(-1)).toBe(last);
  });
});

describe("what comes while pages wait", () => {
  test("health, files and what is uploaded never wait, what is drawn as a page is does", async () => {
    await askMany(200);
    const before = drawing.length;
    await askMany(300, { ...FORM, url: "/api/files" });
    for (const url of ["/healthz", "/readyz", "/_next/static/a.js", "/favicon.svg"])
      await ask({ url });
    await ask({ url: "/api/files/1" });
    expect(drawing.length - before).toBe(305);
    refused = 0;
    await ask({ url: "/api/members", accept: "application/json" });
    expect(refused).toBe(1);
    for (const url of ["/sitemap.xml", "/fr/feed.xml?a", "/fr/events/a/calendar.ics", "/a.rsc"])
      await ask({ url });
    expect(refused).toBe(5);
    await ask({ ...FORM, type: "application/x-www-form-urlencoded" });
    expect(refused).toBe(6);
  });

  test("nor is the line passed by what is no file, or by data that is asked for as anything", async () => {
    await askMany(200);
    refused = 0;
    const others = [
      ...["/wp-login.php", "/fr/projects/a.png", "/favicon.svg.php", "/favicon%2esvg"],
      ...["/api/projects?locale=fr&q=a", "/api/projects?%6cocale=fr"],
      ...["/api/codes/fr/projects/a.png", "/api/share/fr/projects/a"],
    ];
    for (const url of others) await ask({ url, accept: "*/*" });
    expect(refused).toBe(others.length);
    const before = drawing.length;
    for (const url of ["/og.png?v=1", "/api/swatches/l1.svg", "/api/portraits/1/small"])
      await ask({ url, accept: "image/png,*/*" });
    expect(drawing.length - before).toBe(3);
  });
});

describe("forms under pressure", () => {
  test("six are dealt with at once, whatever waits for pages", async () => {
    await askMany(200);
    const pages = drawing.length;
    const forms = await askMany(10, FORM);
    expect(drawing.length - pages).toBe(6);
    forms[2].writeHead(303);
    await setImmediate();
    expect(drawing.at(-1)).toBe(forms[6]);
    expect(refused).toBe(104);
  });

  test("a flood of them keeps no page from its turn", async () => {
    await askMany(500, FORM);
    expect([drawing.length, refused]).toEqual([6, 500 - 6 - 60]);
    await askMany(16);
    expect([drawing.length, refused]).toEqual([6 + 16, 500 - 6 - 60]);
  });

  test("who has waited for eight seconds is told, whatever the pace promised", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const forms = await askMany(10, FORM);
      await vi.advanceTimersByTimeAsync(7_900);
      expect(refused).toBe(0);
      forms[0].writeHead(200);
      await vi.advanceTimersByTimeAsync(200);
      expect([drawing.length, refused]).toEqual([7, 3]);
      // Their places are free for whoever comes.
      for (const form of forms.slice(1, 4)) form.emit("close");
      await askMany(3, FORM);
      expect([drawing.length, refused]).toEqual([10, 3]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("one that only waits from now on lets the next in", async () => {
    const askHere = () => answerRequest(() => ask(FORM));
    for (let i = 0; i < 5; i += 1) await askHere();
    let rest;
    await answerRequest(async () => {
      await ask(FORM);
      rest = AsyncResource.bind(markResting);
    });
    const waiting = await askHere();
    const [first] = drawing;
    expect(drawing).toHaveLength(6);
    rest();
    await setImmediate();
    expect(drawing.at(-1)).toBe(waiting);
    // Its own turn is over: what it answers at last makes no more room.
    drawing[5].writeHead(200);
    await askHere();
    expect(drawing).toHaveLength(7);
    first.writeHead(200);
    await setImmediate();
    expect(drawing).toHaveLength(8);
  });
});

describe("who would wait too long", () => {
  let release;
  let held = new Promise((resolve) => {
    release = resolve;
  });
  const turnHere = openTurns();
  const server = http.createServer(async (req, res) => {
    await refusalOf(req, `http://${req.headers.host}`);
    if (!(await turnHere(req, res))) return refuse(req, res, 503, "", { isUnbegun: true });
    await held;
    res.end("from the page");
  });
  const origin = listenWhileTested(server);
  const get = () =>
    fetch(`${origin()}/zh/home`, {
      headers: { accept: "text/html" },
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

  test("with a form has what was typed back, and hears that nothing was saved", async () => {
    let goOn;
    held = new Promise((resolve) => {
      goOn = resolve;
    });
    const send = () => {
      const body = new FormData();
      body.set("words", "第一行 <b>");
      return fetch(`${origin()}/zh/home`, {
        ...{ method: "POST", body, headers: { accept: "text/html" } },
      });
    };
    const answers = Array.from({ length: 6 + 60 + 1 }, send);
    const refusal = await Promise.race(answers);
    expect([refusal.status, refusal.headers.get("retry-after")]).toEqual([503, "5"]);
    const page = await refusal.text();
    expect(page).toContain("\n第一行 &#60;b&#62;</textarea>");
    expect(page).toContain(LABELS.zh.unsent);
    goOn();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(66);
  });
});
