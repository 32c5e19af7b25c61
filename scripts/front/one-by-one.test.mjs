import http from "node:http";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { oneByOne } from "./one-by-one.mjs";

const servers = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server that gives so many bytes at each address, and counts the answers that have begun and those under way. */
async function start({ bytes = 10, eachMs = 0 } = {}) {
  const server = http.createServer();
  servers.push(server);
  const seen = { asked: 0, closed: 0, begun: 0, underWay: 0, most: 0 };
  const { inTurn, hasBegun } = oneByOne();
  server.on("request", (_req, res) => {
    seen.asked += 1;
    res.once("close", () => {
      seen.closed += 1;
    });
  });
  server.on("request", (req, res) =>
    inTurn(req, res, async () => {
      seen.begun += 1;
      seen.underWay += 1;
      seen.most = Math.max(seen.most, seen.underWay);
      res.once("close", () => {
        seen.underWay -= 1;
      });
      await sleep(eachMs);
      res.end(req.url.slice(1).padEnd(bytes, "."));
    }),
  );
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: server.address().port, seen, server, hasBegun };
}

const asked = (from, to) =>
  Array.from(
    { length: to - from },
    (_, index) => `GET /${from + index} HTTP/1.1\r\nHost: x\r\n\r\n`,
  ).join("");

test("what is sent ahead is answered in its order, one at a time", async () => {
  const { port, seen } = await start({ eachMs: 2 });
  const socket = net.connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (part) => {
    text += part;
  });
  socket.write(asked(0, 30));
  await expect.poll(() => text.includes("29........")).toBe(true);
  socket.write(asked(30, 40));
  await expect.poll(() => text.includes("39........")).toBe(true);
  const order = [...text.matchAll(/^(\d+)\.+/gm)].map(([, number]) => Number(number));
  expect(order).toEqual(Array.from({ length: 40 }, (_, index) => index));
  expect(seen).toMatchObject({ begun: 40, most: 1, underWay: 0 });
  socket.destroy();
});

test("who reads none of it has one answer begun, and none more when they go", async () => {
  const { port, seen } = await start({ bytes: 8 * 1024 ** 2 });
  const socket = net.connect(port, "127.0.0.1").pause();
  socket.write(asked(0, 500));
  await expect.poll(() => seen.asked).toBe(500);
  expect(seen).toMatchObject({ begun: 1, closed: 0 });
  socket.destroy();
  await expect.poll(() => seen.closed).toBe(500);
  expect(seen).toMatchObject({ begun: 1, underWay: 0 });
});

test("who sends thousands ahead is cut off before they fill the memory", async () => {
  const { port, seen } = await start({ eachMs: 60_000 });
  const socket = net.connect(port, "127.0.0.1").on("error", () => {});
  socket.resume().write(asked(0, 50_000));
  await expect.poll(() => socket.closed).toBe(true);
  await expect.poll(() => seen.closed).toBe(seen.asked);
  expect(seen.asked).toBeLessThan(10_000);
  expect(seen).toMatchObject({ begun: 1, underWay: 0 });
});

test("other connections do not wait", async () => {
  const { port, seen } = await start({ eachMs: 50 });
  await Promise.all(Array.from({ length: 5 }, () => fetch(`http://127.0.0.1:${port}/a`)));
  expect(seen.most).toBe(5);
});

test("bytes that are no request find an answer begun, or none", async () => {
  const { port, server, hasBegun, seen } = await start({ bytes: 8 * 1024 ** 2 });
  const found = [];
  server.on("clientError", (_error, socket) => {
    found.push(hasBegun(socket));
    socket.destroy();
  });
  const connect = () => net.connect(port, "127.0.0.1").on("error", () => {});
  connect().pause().write("%%%\r\n\r\n");
  await expect.poll(() => found.length).toBe(1);
  const reader = connect();
  reader.write(asked(0, 1));
  await new Promise((resolve) => reader.once("data", resolve));
  reader.pause().write("%%%\r\n\r\n");
  await expect.poll(() => found.length).toBe(2);
  expect([found, seen.begun]).toEqual([[false, true], 1]);
});
