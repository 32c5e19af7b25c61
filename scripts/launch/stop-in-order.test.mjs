import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepPostgres } from "./database.mjs";
import { stopInOrder } from "./stop-in-order.mjs";
import { supervise } from "./supervise.mjs";

/** Writes down each start, and ends when it is told to. */
const WORKER = `
import { appendFileSync } from "node:fs";
appendFileSync(process.env.STARTS, "x");
process.on("SIGTERM", () => process.exit(0));
setInterval(() => {}, 1000);
process.send("ready");
`;

const { startPostgres } = vi.hoisted(() => ({ startPostgres: vi.fn() }));
vi.mock("../embedded-postgres.mjs", () => ({ startPostgres }));

let folder;
let starts;
let worker;
let endPostgres;
let stopped;

beforeEach(async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  stopped = [];
  startPostgres.mockReset().mockImplementation(async () => ({
    port: 1,
    onExit: (listener) => {
      endPostgres = listener;
    },
    stop: async () => void stopped.push("database"),
  }));
  folder = mkdtempSync(path.join(os.tmpdir(), "stop-"));
  starts = path.join(folder, "starts");
  const file = path.join(folder, "worker.mjs");
  writeFileSync(file, WORKER);
  worker = supervise("worker", [file], () => ({ ...process.env, STARTS: starts }));
  await worker.ready;
});

afterEach(async () => {
  await worker.stop(500);
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

/** A web server that takes its time to answer what runs. */
const draining = (meanwhile) => ({
  expectEnd() {},
  async stop() {
    await meanwhile();
    stopped.push("web server");
  },
});

test("nobody is started again while the web server drains, though all were told to end at once", async () => {
  const database = await keepPostgres(folder);
  const isGone = new Promise((resolve) => worker.current().once("exit", resolve));
  const web = draining(async () => {
    worker.current()?.kill("SIGTERM");
    await isGone;
    await endPostgres();
    await sleep(1200);
  });
  const watched = { ...worker, stop: () => worker.stop().then(() => stopped.push("worker")) };
  await stopInOrder({ database, worker: watched, "web server": web });
  expect(readFileSync(starts, "utf8")).toBe("x");
  expect(startPostgres).toHaveBeenCalledTimes(1);
  expect(stopped).toEqual(["web server", "worker", "database"]);
}, 15_000);

test("whoever ended just before the stop is not started again either", async () => {
  const isGone = new Promise((resolve) => worker.current().once("exit", resolve));
  worker.current().kill("SIGTERM");
  await isGone;
  await stopInOrder({ worker, "web server": draining(() => sleep(1200)) });
  expect(readFileSync(starts, "utf8")).toBe("x");
}, 15_000);
