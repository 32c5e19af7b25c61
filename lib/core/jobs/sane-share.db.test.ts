import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, workAsOwner } from "@/db/client";
import { jobRuns } from "@/db/schema/jobs";
import { log } from "../log";
import { oneByOne } from "./one-by-one";
import type { PlannedTask } from "./planned-task";
import { runOnce } from "./run-once";
import { AbsurdShare, lettingThrough } from "./sane-share";

// Jobs are run and noted by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

const ids = (size: number) => Array.from({ length: size }, (_, index) => String(index));
/** A day on which no job of this file has run before. */
const NEVER = "1999-06-15";
const change = (
  changing: number,
  all: number,
  { task = "lapse-interests", day = NEVER }: { task?: PlannedTask; day?: string } = {},
) => {
  const run = vi.fn(async (_id: string) => true);
  const done = oneByOne(task, ids(changing), run, { day, countAll: async () => all });
  return { run, done };
};

/** That the job ended, well or stopped, on a day. */
const note = (task: PlannedTask, slot: string, error: string | null = null) =>
  query((db) => db.insert(jobRuns).values({ task, slot, error, finishedAt: sql`now()` }));

describe("a clock that goes on stops no job for ever", () => {
  test("of what ends for good the oldest go, the rest waits for the next run", async () => {
    const warn = vi.spyOn(log, "warn").mockReturnValue();
    await note("lapse-interests", "1990-03-01");
    const { run, done } = change(30, 60, { day: "1990-03-02" });
    expect(await done).toEqual({ done: 20, failed: 0 });
    expect(run.mock.calls.map(([id]) => id)).toEqual(ids(20));
    const { done: more } = change(60, 200, { day: "1990-03-02" });
    expect(await more).toEqual({ done: 40, failed: 0 });
    expect(warn).toHaveBeenCalledWith(expect.objectContaining({ due: 30, now: 20 }));
    warn.mockRestore();
  });

  test("of what only tells everybody is told: the 31st of December", async () => {
    await note("warn-of-deadlines", "1990-12-30");
    const { done } = change(55, 60, { task: "warn-of-deadlines", day: "1990-12-31" });
    expect(await done).toEqual({ done: 55, failed: 0 });
  });

  test.each([
    ["a year ahead", "1992-01-01"],
    ["eight days ahead", "1991-01-09"],
    ["before it", "1990-12-31"],
  ])("after a jump it stops, and being stopped is no proof: %s", async (_name, day) => {
    const task = "expire-projects";
    const isFirst = day === "1992-01-01";
    if (isFirst) await note(task, "1991-01-01");
    await expect(change(55, 60, { task, day }).done).rejects.toBeInstanceOf(AbsurdShare);
    await note(task, `${day}T01`, "AbsurdShare 55/60");
    await expect(change(55, 60, { task, day }).done).rejects.toBeInstanceOf(AbsurdShare);
  });
});

describe("a job stops before an absurd share", () => {
  test.each([
    [21, 21],
    [30, 60],
    [21, 104],
  ])("%i of %i: nothing is changed", async (changing, all) => {
    const { run, done } = change(changing, all);
    await expect(done).rejects.toBeInstanceOf(AbsurdShare);
    expect(run).not.toHaveBeenCalled();
  });

  test.each([
    [20, 20],
    [21, 105],
    [30, 400],
  ])("%i of %i: it runs", async (changing, all) => {
    const { run, done } = change(changing, all);
    expect(await done).toEqual({ done: changing, failed: 0 });
    expect(run).toHaveBeenCalledTimes(changing);
  });

  test("its run says so, it is not run again by itself, and runs once it is let through", async () => {
    const [task, slot] = [randomUUID(), "2026-11-25"];
    const error = vi.spyOn(log, "error").mockReturnValue();
    const run = async () => ({ lapsed: (await change(30, 60).done).done });
    const noted = () =>
      query((db) =>
        db
          .select({ error: jobRuns.error, counts: jobRuns.counts })
          .from(jobRuns)
          .where(eq(jobRuns.task, task)),
      );
    expect(await runOnce(task, slot, run)).toBe(true);
    expect(await noted()).toEqual([{ error: "AbsurdShare 30/60", counts: {} }]);
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ kind: "AbsurdShare 30/60" }));
    expect(await runOnce(task, slot, run)).toBe(false);
    const again = () => runOnce(task, slot, run, { alsoStopped: true });
    expect(await lettingThrough(again)).toBe(true);
    expect(await noted()).toEqual([{ error: null, counts: { lapsed: 30 } }]);
    expect(await lettingThrough(again)).toBe(false);
    error.mockRestore();
  });
});
