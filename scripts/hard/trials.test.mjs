import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { inTime, judge, readWishes, twice } from "./trials.mjs";

const passed = (line) => ({ passed: 1, failed: 0, line });
const failed = (line) => ({ passed: 0, failed: 1, line });

test.each([
  ["what passes is made once", [passed("a")], passed("a")],
  [
    "one failure is made again, both lines told",
    [failed("a"), passed("b")],
    passed("b; at first: a"),
  ],
  ["a second failure fails", [failed("a"), failed("b")], failed("b; at first: a")],
])("%s", async (_name, outcomes, told) => {
  const trial = vi.fn();
  for (const outcome of outcomes) trial.mockResolvedValueOnce(outcome);
  expect(await twice(trial)({})).toEqual(told);
  expect(trial).toHaveBeenCalledTimes(outcomes.length);
});

test("a trial that breaks is made again too", async () => {
  const trial = vi.fn().mockRejectedValueOnce(new Error("gone")).mockResolvedValueOnce(passed("b"));
  expect(await twice(trial)({})).toMatchObject({ passed: 1, failed: 0 });
});

const never = () => new Promise(() => {});
const inAMoment = () => new Promise((resolve) => setTimeout(resolve, 50, passed("a")));

test.each([
  ["what never ends fails", never, {}, 10, failed("not over after 0.01 s")],
  ["what ends in time is told as it is", inAMoment, {}, 5_000, passed("a")],
  ["so is what takes its rounds", inAMoment, { rounds: "1000" }, 10, passed("a")],
])("%s", async (_name, trial, portal, limit, told) =>
  expect(await inTime(trial, limit)(portal)).toEqual(told),
);

test.each([
  [["kept", "canaries", "--rounds=1000"], { names: ["kept", "canaries"], rounds: "1000" }],
  [[], { names: expect.arrayContaining(["tls", "canaries", "inputs"]), rounds: undefined }],
])("%j asks for trials by name", (args, wishes) => expect(readWishes(args)).toEqual(wishes));

test("a trial that there is not is refused", () =>
  expect(() => readWishes(["canary"])).toThrow(/No trial is called "canary": tls, /));

const folder = mkdtempSync(path.join(tmpdir(), "trials-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  [
    "console.log('3 rounds'); setInterval(() => {}, 1000)",
    3000,
    0,
    /^ended by SIGKILL, limit 3 s:/,
  ],
  ["console.log('begun'); console.log('3 rounds')", 0, 1, /^3 rounds$/],
])("%s within %i ms is told", async (script, timeout, passed, line) => {
  const file = path.join(folder, `${passed}.ts`);
  writeFileSync(file, script);
  expect(await judge(file, { timeout })).toMatchObject({
    passed,
    line: expect.stringMatching(line),
  });
});
