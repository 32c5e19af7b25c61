import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Whoever is told to come again later does so this long at most. */
const PATIENCE_MS = 120_000;

export type Asked = { path: string; cookie: string; body?: Buffer; type?: string };
export type Answer = { status: number; location: string; page: string; ms: number };

/** What became of all requests of one kind. */
export type Seen = { answered: number[]; refused: number[]; faults: Map<string, number> };

/** As it stands before the first request. */
export const nothingSeen = (): Seen => ({ answered: [], refused: [], faults: new Map() });

/** Counts one more fault of these words. */
export const noteFault = ({ faults }: Seen, words: string) =>
  void faults.set(words, (faults.get(words) ?? 0) + 1);

/** One request to its end on a line of its own, as a browser that has just come sends it. Rejects when it is cut. */
function ask(origin: string, { path, cookie, body, type }: Asked) {
  return new Promise<Answer & { retryAfter: string }>((resolve, reject) => {
    const asked = performance.now();
    const headers = {
      accept: "text/html",
      cookie,
      ...(body && {
        origin,
        "content-type": type,
        "content-length": body.length,
        "sec-fetch-site": "same-origin",
      }),
    };
    const options = { method: body ? "POST" : "GET", agent: false as const, headers, family: 4 };
    const req = http.request(origin + path, options, (res) => {
      const parts: Buffer[] = [];
      res.on("data", (part) => parts.push(part));
      res.on("error", reject);
      res.on("end", () =>
        resolve({
          status: res.statusCode ?? 0,
          location: res.headers.location ?? "",
          retryAfter: res.headers["retry-after"] ?? "",
          page: Buffer.concat(parts).toString(),
          ms: performance.now() - asked,
        }),
      );
    });
    req.on("error", reject);
    req.end(body);
  });
}

/**
 * Asks until the answer is another than 503, after the seconds that each of those says and up to as many more. Null where
 * there was none in time; whatever is no good answer stands in `seen`, a line that was cut too.
 */
export async function askUntilAnswered(origin: string, asked: Asked, seen: Seen) {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const answer = await ask(origin, asked).catch((error: NodeJS.ErrnoException) => {
      noteFault(seen, `cut: ${error.code ?? error.message}`);
      return null;
    });
    if (answer === null) return null;
    if (answer.status !== 503) {
      seen.answered.push(answer.ms);
      if (answer.status >= 500) noteFault(seen, `answered ${answer.status}`);
      return answer;
    }
    seen.refused.push(answer.ms);
    const seconds = Number(answer.retryAfter);
    if (!/^\d+$/.test(answer.retryAfter) || seconds > 60) {
      noteFault(seen, `503 with Retry-After "${answer.retryAfter}"`);
      return null;
    }
    await sleep(1000 * seconds * (1 + Math.random()));
  }
  noteFault(seen, "no answer but 503");
  return null;
}

function timesOf(times: number[]): string {
  const inOrder = times.toSorted((one, other) => one - other);
  const at = (share: number) =>
    ((inOrder[Math.ceil(inOrder.length * share) - 1] ?? 0) / 1000).toFixed(1);
  return `half within ${at(0.5)} s, p95 ${at(0.95)} s, the last after ${at(1)} s`;
}

/** In words: how long answers took, and how many were told to come again. */
export const toldOf = ({ answered, refused }: Seen): string =>
  `${timesOf(answered)}; ${refused.length} × 503, ${timesOf(refused)}`;
