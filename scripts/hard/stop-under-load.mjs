import { setTimeout as sleep } from "node:timers/promises";
import { sendClients } from "./clients.mjs";
import { startWebServer } from "./web-server.mjs";

const CLIENTS = 50;
const PATHS = ["/fr/about", "/zh/nowhere", "/en/sign-in", "/healthz", "/zh/privacy"];
const IN_FLIGHT_MS = 250;
const LIMIT_MS = 10_000;

/** One SIGTERM with all clients at work; the server that follows is up already. */
async function stopOne(old, following) {
  let isGone = false;
  const { seen, done } = sendClients(CLIENTS, {
    address: () => `http://localhost:${old.port}`,
    next: () => `http://localhost:${following.port}`,
    paths: PATHS,
    isOver: () => isGone,
  });
  await sleep(IN_FLIGHT_MS + Math.random() * IN_FLIGHT_MS);
  const { code, took } = await old.end();
  isGone = true;
  await done;
  return { ...seen, code, took };
}

/** A server that has answered once; the first answers of a process take seconds. */
async function startWarm(env, name) {
  const server = await startWebServer(env, { name });
  for (const path of PATHS) await fetch(server.origin + path, { headers: { accept: "text/html" } });
  return server;
}

/**
 * So many SIGTERMs, each with 50 requests in flight: nothing is cut, nothing answers 5xx, each server ends in time. The first
 * that does not is the last.
 */
export async function tryStops(env, rounds) {
  const total = { answered: 0, failed: 0, cut: 0, refused: 0, faults: [], slowest: 0, badExits: 0 };
  let server = await startWarm(env, "stop-0");
  try {
    for (let round = 1; round <= rounds && total.badExits === 0; round += 1) {
      const following = await startWarm(env, `stop-${round % 2}`);
      const seen = await stopOne(server, following);
      server = following;
      for (const key of ["answered", "failed", "cut", "refused"]) total[key] += seen[key];
      total.faults.push(...seen.faults);
      total.slowest = Math.max(total.slowest, seen.took);
      if (seen.code !== 0 || seen.took > LIMIT_MS) total.badExits += 1;
    }
  } finally {
    await server.end();
  }
  const isGood = total.failed + total.cut + total.refused + total.badExits === 0;
  return { isGood, total };
}
