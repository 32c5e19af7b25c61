import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { Worker } from "node:worker_threads";
import { type Database, query, type Transaction } from "@/db/client";
import { sessions } from "@/db/schema/accounts";
import { hashToken } from "@/lib/core/auth/tokens";

const LIFE_MS = 6 * 3_600_000;

/** Opens a session each by writing it, in a transaction where there is one; gives the cookies of a portal without TLS. */
export async function cookiesOf(accountIds: string[], tx?: Transaction): Promise<string[]> {
  const expiresAt = new Date(Date.now() + LIFE_MS);
  const tokens = accountIds.map(() => randomBytes(32).toString("base64url"));
  const rows = tokens.map((token, place) => ({
    ...{ accountId: accountIds[place] as string, tokenHash: hashToken(token) },
    ...{ expiresAt, secondFactorAt: new Date() },
  }));
  const write = (db: Database | Transaction) => db.insert(sessions).values(rows);
  await (tx ? write(tx) : query(write));
  return tokens.map((token) => `club-session=${token}`);
}

/** The same for one account. */
export const cookieOf = async (accountId: string, tx?: Transaction): Promise<string> =>
  (await cookiesOf([accountId], tx))[0] as string;

type Asked = { origin: string; cookie: string };

/** A page to its end. Throws on anything but 200. */
export async function readPage({ origin, cookie }: Asked, path: string): Promise<string> {
  const answer = await fetch(origin + path, { headers: { cookie, accept: "text/html" } });
  const html = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return html;
}

/** Posts a form as a browser without script does; gives where it leads to. */
export async function postForm(
  { origin, cookie }: Asked,
  path: string,
  form: FormData,
): Promise<string> {
  const answer = await fetch(origin + path, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { cookie, origin, "sec-fetch-site": "same-origin", accept: "text/html" },
  });
  await answer.text();
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`);
  return answer.headers.get("location") ?? "";
}

/** The hidden fields of the form of a page that has a field of this name. */
export function hiddenFields(html: string, field: string): FormData {
  const form = html.split("<form").find((part) => part.includes(`name="${field}"`)) ?? "";
  const data = new FormData();
  for (const [input] of form.split("</form>")[0]?.matchAll(/<input[^>]*type="hidden"[^>]*>/g) ??
    []) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    const value = /value="([^"]*)"/.exec(input)?.[1] ?? "";
    if (name) data.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  return data;
}

/** Asks every 100 ms, on a thread of its own: what keeps the clients busy is not the server's silence. */
const ASKING = `
const http = require("node:http");
const { parentPort, workerData } = require("node:worker_threads");
let longest = 0;
let open = 0;
const ask = () => {
  const since = performance.now();
  open++;
  const note = () => {
    open--;
    longest = Math.max(longest, performance.now() - since);
  };
  http.get(workerData, { agent: false }, (res) => res.resume().on("end", note)).on("error", note);
};
const timer = setInterval(ask, 100);
parentPort.on("message", () => {
  clearInterval(timer);
  const end = setInterval(() => {
    if (open > 0) return;
    clearInterval(end);
    parentPort.postMessage(longest);
    parentPort.close();
  }, 10);
});`;

/** Asks `/healthz` every 100 ms until `stop`, which gives the longest that an answer took, in milliseconds. */
export function askHealth(origin: string): { stop: () => Promise<number> } {
  const asking = new Worker(ASKING, { eval: true, workerData: `${origin}/healthz` });
  return {
    stop() {
      const longest = new Promise<number>((resolve) => asking.once("message", resolve));
      asking.postMessage("stop");
      return longest;
    },
  };
}

/** The most memory that the web server of this port has held, in megabytes (Linux); null where it cannot be told. */
export function peakMemory(port: string): number | null {
  if (!fs.existsSync("/proc/self/status")) return null;
  for (const pid of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const isServer = fs
        .readFileSync(`/proc/${pid}/cmdline`, "utf8")
        .includes("scripts/server.mjs");
      const isThis =
        isServer && fs.readFileSync(`/proc/${pid}/environ`, "utf8").includes(`\0PORT=${port}\0`);
      const [, kilobytes] =
        (isThis && /^VmHWM:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))) || [];
      if (kilobytes) return Math.round(Number(kilobytes) / 1024);
    } catch {
      // It ended meanwhile, or belongs to somebody else.
    }
  }
  return null;
}
