import { expect, test, vi } from "vitest";
import { readWishes, twice } from "./trials.mjs";

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

test.each([
  [["kept", "canaries", "--rounds=1000"], { names: ["kept", "canaries"], rounds: "1000" }],
  [[], { names: expect.arrayContaining(["tls", "canaries", "inputs"]), rounds: undefined }],
])("%j asks for trials by name", (args, wishes) => expect(readWishes(args)).toEqual(wishes));

test("a trial that there is not is refused", () =>
  expect(() => readWishes(["canary"])).toThrow(/No trial is called "canary": tls, /));
