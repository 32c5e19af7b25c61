import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freePort } from "./port.mjs";
import { supervise } from "./supervise.mjs";
import { watch } from "./watchdog.mjs";

/** Answers `/healthz`; holds its loop for ever, or for so many milliseconds, when it is asked to. */
const SERVER = `
import http from "node:http";
const held = (ms) => { const end = Date.now() + ms; while (Date.now() < end); };
process.on("SIGTERM", () => process.exit(0));
http.createServer((req, res) => {
  res.end(String(process.pid));
  const ms = Number(new URL(req.url, "http://a").searchParams.get("hold"));
  if (ms) setTimeout(held, 20, ms);
}).listen(Number(process.env.PORT), "127.0.0.1", () => setTimeout(() => process.send("ready"), 100));
`;

const QUICK = { every: 300, patience: 250, grace: 200 };
/** A busy machine answers in this even while it holds the test up. */
const PATIENT = { every: 900, patience: 750, grace: 600 };
let folder;
let address;
let web;
let unwatch;

beforeEach(async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  folder = mkdtempSync(path.join(os.tmpdir(), "watchdog-"));
  const file = path.join(folder, "server.mjs");
  writeFileSync(file, SERVER);
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  web = supervise("web server", [file], () => ({ ...process.env, PORT: String(port) }));
  unwatch = watch("web server", web, `${address}/healthz`, QUICK);
  await web.ready;
});

afterEach(async () => {
  unwatch();
  await web.stop(500);
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

const pid = async () => (await fetch(address, { headers: { connection: "close" } })).text();

/** Waits until the first answer has been seen: what never answered is still starting. */
const seen = (times = QUICK) => sleep(3 * times.every);

test("a server whose loop is held is ended, though it does not hear so, and started again", async () => {
  const before = await pid();
  await seen();
  await fetch(`${address}/?hold=3600000`);
  await vi.waitFor(async () => expect(await pid()).not.toBe(before), {
    timeout: 8000,
    interval: 50,
  });
}, 15_000);

test("a moment's silence ends nobody", async () => {
  unwatch();
  unwatch = watch("web server", web, `${address}/healthz`, PATIENT);
  const before = await pid();
  await seen(PATIENT);
  await fetch(`${address}/?hold=1200`);
  await sleep(4000);
  expect(await pid()).toBe(before);
}, 15_000);

test("nobody is ended while the portal stops", async () => {
  await seen();
  const child = web.current();
  const kill = vi.spyOn(child, "kill");
  await fetch(`${address}/?hold=2000`);
  unwatch();
  await sleep(1500);
  expect(kill).not.toHaveBeenCalled();
}, 15_000);
