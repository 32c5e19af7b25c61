import http from "node:http";
import { sessionToken } from "./fill-club";
import type { Key } from "./keys";

export type Answer = { status: number; body: string; ms: number };

/** So many connections that are kept between requests. */
export const openAgent = (connections: number) =>
  new http.Agent({ keepAlive: true, maxSockets: connections });

/** Each session comes from an address of its own, as behind a proxy: limits count a client each. */
const headersOf = ({ session }: Key) => ({
  accept: "text/html",
  "x-forwarded-for": `10.${((session ?? 0) >> 8) & 255}.${(session ?? 0) & 255}.1`,
  ...(session !== null && { cookie: `club-session=${sessionToken(session)}` }),
});

type Sent = { body: Buffer; type: string };

/** Asks a server for a page, or sends it a form, and waits for the last byte. Throws when the connection fails. */
export function ask(origin: string, key: Key, agent: http.Agent, sent?: Sent): Promise<Answer> {
  const start = performance.now();
  const headers = {
    ...headersOf(key),
    ...(sent && { "content-type": sent.type, "content-length": sent.body.length, origin }),
  };
  return new Promise((resolve, reject) => {
    const method = sent ? "POST" : "GET";
    const req = http.request(origin + key.path, { agent, headers, method, family: 4 }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("error", reject);
      res.on("end", () =>
        resolve({
          status: res.statusCode ?? 0,
          body: Buffer.concat(chunks).toString("utf8"),
          ms: performance.now() - start,
        }),
      );
    });
    req.on("error", reject);
    req.end(sent?.body);
  });
}
