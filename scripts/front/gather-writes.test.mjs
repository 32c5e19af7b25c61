import { once } from "node:events";
import http from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { gatherWrites } from "./gather-writes.mjs";

let server;
afterEach(() => server.close());

/** What a client reads, and in how many pieces the server handed it to the system. */
async function answerOf(write) {
  let pieces = 0;
  server = http.createServer((_req, res) => {
    const count = (name) => {
      const own = res.socket[name];
      res.socket[name] = (...args) => {
        pieces += 1;
        return own.apply(res.socket, args);
      };
    };
    count("_write");
    count("_writev");
    gatherWrites(res);
    write(res);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const req = http.get({ port: server.address().port, agent: false });
  const [res] = await once(req, "response");
  const body = await text(res);
  return { status: res.statusCode, mark: res.headers["x-mark"], body, pieces };
}

/** As Next writes: the head, then what comes of promises. */
async function writeAsPage(res) {
  res.statusCode = 201;
  res.setHeader("X-Mark", "kept");
  res.flushHeaders();
  for (const part of ["one ", "two ", "three"]) {
    await null;
    res.write(part);
  }
  await null;
  res.end();
}

test("head, parts and end of one turn leave in one piece", async () => {
  expect(await answerOf(writeAsPage)).toEqual({
    ...{ status: 201, mark: "kept", body: "one two three", pieces: 1 },
  });
});

test("what comes later does not wait for the end", async () => {
  let early;
  const answer = await answerOf(async (res) => {
    res.write("shell ");
    await turn();
    await sleep(20);
    early = res.socket.bytesWritten;
    res.write("rest");
    await sleep(20);
    res.end(" end");
  });
  expect(answer).toMatchObject({ body: "shell rest end", pieces: 3 });
  expect(early).toBeGreaterThan(0);
});

test("an answer larger than what a socket takes at once arrives whole, by its reader's pace", async () => {
  const part = "x".repeat(100_000);
  const { body } = await answerOf(async (res) => {
    for (let n = 0; n < 30; n++) if (!res.write(part)) await once(res, "drain");
    res.end();
  });
  expect(body).toHaveLength(3_000_000);
});

test("an answer that is ended in one go, or is cut, is left as it was", async () => {
  expect(await answerOf((res) => res.end("all"))).toMatchObject({ body: "all", pieces: 1 });
  server.close();
  await expect(
    answerOf((res) => {
      res.write("half");
      res.destroy();
    }),
  ).rejects.toThrow();
});
