import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { sendClients } from "../hard/clients.mjs";
import { gentleStop } from "./gentle-stop.mjs";

const servers = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

/** A server whose answers take their time and, like a page that is drawn, hold the process a little. */
async function start({ answerMs = 20 } = {}) {
  const server = http.createServer();
  servers.push(server);
  const exited = deferred();
  const { admit, isClosing, stop } = gentleStop(server, exited.resolve);
  server.on("request", (_req, res) =>
    admit(async () => {
      await sleep(answerMs);
      const until = performance.now() + 3;
      while (performance.now() < until);
      if (isClosing()) res.setHeader("Connection", "close");
      res.end("answered");
    }),
  );
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://localhost:${server.address().port}`, stop, exited: exited.promise };
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

test("with 50 clients at work, a stop cuts none and the next server takes them over", async () => {
  const [old, following] = [await start(), await start()];
  let isOver = false;
  const { seen, done } = sendClients(50, {
    address: () => old.origin,
    next: () => following.origin,
    paths: ["/"],
    isOver: () => isOver,
  });
  const hasAnswered = (least) =>
    vi.waitUntil(() => seen.answered >= least, { timeout: 10_000, interval: 10 });
  await hasAnswered(50);
  old.stop();
  await old.exited;
  await hasAnswered(seen.answered + 50);
  isOver = true;
  await done;
  expect(seen).toMatchObject({ cut: 0, failed: 0, refused: 0 });
}, 30_000);

test("a connection that asks nothing does not hold the end up", async () => {
  const server = await start();
  const idle = new http.Agent({ keepAlive: true });
  await new Promise((resolve) =>
    http.get(server.origin, { agent: idle, family: 4 }, (res) => res.resume().on("end", resolve)),
  );
  const began = performance.now();
  server.stop();
  await server.exited;
  expect(performance.now() - began).toBeLessThan(4000);
  idle.destroy();
});

test("who got an answer while the server was stopping may take a moment to connect anew", async () => {
  const server = await start({ answerMs: 900 });
  const ask = () =>
    new Promise((resolve, reject) =>
      http
        .get(server.origin, { agent: false, family: 4 }, (res) => res.resume().on("end", resolve))
        .on("error", reject),
    );
  const first = ask();
  await sleep(100);
  server.stop();
  await first;
  await sleep(50);
  await ask();
  await server.exited;
});
