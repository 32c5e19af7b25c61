import { expect, test } from "vitest";
import { type RunState, runState } from "./run-state";

const now = new Date("2026-11-25T12:00:00Z");
const ago = (minutes: number) => new Date(+now - minutes * 60_000);

test.each<[RunState, Partial<Parameters<typeof runState>[0]>]>([
  ["running", { startedAt: ago(59), finishedAt: null }],
  ["crashed", { startedAt: ago(61), finishedAt: null }],
  ["done", { startedAt: ago(61), finishedAt: ago(60), counts: { warned: 2, failed: 0 } }],
  ["partly", { finishedAt: ago(1), counts: { warned: 2, failed: 1 } }],
  ["failed", { finishedAt: ago(1), error: "AppError notFound" }],
])("%s", (state, facts) => {
  const run = { startedAt: ago(2), finishedAt: null, error: null, counts: {}, ...facts };
  expect(runState(run, now)).toBe(state);
});
