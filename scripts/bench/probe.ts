import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./ask";
import type { Portal } from "./portal";

export type Probed = { statements: number; buffers: number };

const PLANS = [
  "log_min_duration = 0",
  "log_analyze = on",
  "log_buffers = on",
  "log_timing = off",
  "log_nested_statements = off",
];

/**
 * Statements and shared buffers a request, from the plans of what was executed: each of `asks` is made once with all
 * plans logged. What begins and ends transactions is not counted.
 */
export async function probe(portal: Portal, asks: (() => Promise<Answer>)[]): Promise<Probed> {
  const { superUser, log } = portal;
  for (const plan of PLANS) await superUser.unsafe(`alter system set auto_explain.${plan}`);
  await superUser.unsafe("select pg_reload_conf()");
  await sleep(500);
  const from = fs.statSync(log).size;
  for (const one of asks) await one();
  await sleep(300);
  const text = fs.readFileSync(log).subarray(from).toString("utf8");
  await superUser.unsafe("alter system set auto_explain.log_min_duration = -1");
  await superUser.unsafe("select pg_reload_conf()");
  return count(text, asks.length);
}

/** Of each plan the first line of buffers is that of the whole; other roles than the one that serves are left out. */
function count(text: string, requests: number): Probed {
  const plans = text
    .split(/^(?=\w+\|LOG: {2}duration)/m)
    .filter((one) => /^club_web\|LOG: {2}duration/.test(one));
  const buffers = plans.map((plan) => {
    const line = plan.match(/Buffers: shared([^\n]*)/)?.[1] ?? "";
    return [...line.matchAll(/(?:hit|read)=(\d+)/g)].reduce(
      (sum, [, pages]) => sum + Number(pages),
      0,
    );
  });
  return {
    statements: plans.length / requests,
    buffers: buffers.reduce((sum, one) => sum + one, 0) / requests,
  };
}
