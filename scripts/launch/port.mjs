import { randomInt } from "node:crypto";
import net from "node:net";
import { isLoopback } from "../../lib/core/settings.mjs";
import { Refusal } from "./log.mjs";

/** True when something accepts connections on this port of the machine. */
export function answers(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host, timeout: 2000 });
    const settle = (result) => () => {
      socket.destroy();
      resolve(result);
    };
    socket.on("connect", settle(true)).on("error", settle(false)).on("timeout", settle(false));
  });
}

function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on("error", reject);
    server.listen(port, host, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });
}

/**
 * Below what systems take for connections outwards (Linux from 32768, others from 49152): one of those may hold a port at the
 * moment in which its server comes back, and nobody answers there.
 */
const PORTS = [20_000, 32_768];

/** A port that nobody uses now, and that no connection outwards takes later. */
export async function freePort() {
  for (let tries = 1; ; tries += 1) {
    try {
      return await listenOnce(randomInt(...PORTS), "127.0.0.1");
    } catch (error) {
      if (tries === 100) throw error;
    }
  }
}

/**
 * Where to listen: at HOST when it is set; else the demo and a try-out are for this machine alone, and a real address is
 * served on every interface.
 */
export function listenHost(origin, host = process.env.HOST) {
  if (host || !isLoopback(origin)) return host || undefined;
  return origin.includes("[::1]") ? "::1" : "127.0.0.1";
}

/** Addresses that mean every one of this machine, and how it calls itself. */
const ANY = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** Where this machine reaches its own web server: `http://127.0.0.1:3000`. */
export function ownAddress({ APP_ORIGIN, PORT }, host = listenHost(APP_ORIGIN) ?? "127.0.0.1") {
  const own = ANY[host] ?? host;
  return `http://${own.includes(":") ? `[${own}]` : own}:${PORT}`;
}

/** Refuses when PORT cannot be listened on. */
export async function checkPort({ port, origin, host }) {
  const advice = `Set PORT to another port (for example PORT=${port === 65535 ? 3000 : port + 1} npm start), or end that program.`;
  const taken = new Refusal(`Port ${port} is taken by another program.`, advice);
  const own = listenHost(origin, host);
  try {
    await listenOnce(port, own);
  } catch (error) {
    if (error.code === "EADDRINUSE") throw taken;
    if (error.code === "EADDRNOTAVAIL") {
      throw new Refusal(
        "HOST is no address of this machine.",
        "Set HOST to one of its addresses, or remove it.",
      );
    }
    if (error.code === "EACCES") {
      throw new Refusal(
        `This user may not listen on port ${port}.`,
        "Set PORT to a port from 1024 upwards.",
      );
    }
    throw error;
  }
  // Listening on every address may go well where a program has one of them.
  if (await answers(port, ANY[own] ?? own ?? "127.0.0.1")) throw taken;
}
