import net from "node:net";
import { Refusal } from "./log.mjs";
import { isLoopback } from "./settings.mjs";

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

/** A port that nobody uses now. */
export const freePort = () => listenOnce(0, "127.0.0.1");

/** The demo and a try-out are for this machine alone; a real address is served on every interface. */
export function listenHost(origin) {
  if (!isLoopback(origin)) return undefined;
  return origin.includes("[::1]") ? "::1" : "127.0.0.1";
}

/** Refuses when PORT cannot be listened on. */
export async function checkPort(port, origin) {
  const advice = `Set PORT to another port (for example PORT=${port === 65535 ? 3000 : port + 1} npm start), or end that program.`;
  if (await answers(port)) throw new Refusal(`Port ${port} is taken by another program.`, advice);
  try {
    await listenOnce(port, listenHost(origin));
  } catch (error) {
    if (error.code === "EADDRINUSE")
      throw new Refusal(`Port ${port} is taken by another program.`, advice);
    if (error.code === "EACCES") {
      throw new Refusal(
        `This user may not listen on port ${port}.`,
        "Set PORT to a port from 1024 upwards.",
      );
    }
    throw error;
  }
}
