import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, workAsOwner } from "@/db/client";
import { jobRuns } from "@/db/schema/jobs";
import { AppError } from "../errors";
import { log } from "../log";
import { runOnce, StillRunning } from "./run-once";

// Jobs are run and noted by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

const SLOT = "2026-11-25";

const runsOf = (task: string) =>
  query((db) =>
    db
      .select({
        slot: jobRuns.slot,
        counts: jobRuns.counts,
        error: jobRuns.error,
        isFinished: sql<boolean>`${jobRuns.finishedAt} is not null`,
      })
      .from(jobRuns)
      .where(eq(jobRuns.task, task))
      .orderBy(jobRuns.slot),
  );

/** Moves the beginning of a run into the past. */
const age = (task: string, minutes: number) =>
  query((db) =>
    db
      .update(jobRuns)
      .set({ startedAt: sql`${jobRuns.startedAt} - make_interval(mins => ${minutes})` })
      .where(and(eq(jobRuns.task, task), eq(jobRuns.slot, SLOT))),
  );

/** A run that goes on until it is told to end. */
async function begin(task: string) {
  let end = () => {};
  const going = new Promise<void>((resolve) => {
    end = resolve;
  });
  let done: Promise<boolean> = Promise.resolve(false);
  await new Promise<void>((resolve) => {
    done = runOnce(task, SLOT, async () => {
      resolve();
      await going;
      return { asked: 1 };
    });
  });
  return { end: () => end(), done: () => done };
}

describe("runOnce", () => {
  test("runs a slot once, notes what it did, and runs the next slot", async () => {
    const task = randomUUID();
    const run = vi.fn(async () => ({ asked: 3 }));
    expect(await runOnce(task, SLOT, run)).toBe(true);
    expect(await runOnce(task, SLOT, run)).toBe(false);
    expect(await runOnce(task, "2026-11-26", run)).toBe(true);
    expect(run).toHaveBeenCalledTimes(2);
    const noted = { counts: { asked: 3 }, error: null, isFinished: true };
    expect(await runsOf(task)).toEqual([
      { slot: SLOT, ...noted },
      { slot: "2026-11-26", ...noted },
    ]);
  });

  test("of many at once one runs", async () => {
    const task = randomUUID();
    const run = vi.fn(async () => ({ asked: 1 }));
    const all = await Promise.allSettled(
      Array.from({ length: 12 }, () => runOnce(task, SLOT, run)),
    );
    expect(run).toHaveBeenCalledTimes(1);
    const ran = all.filter((one) => one.status === "fulfilled" && one.value);
    expect(ran).toHaveLength(1);
    for (const one of all) {
      if (one.status === "rejected") expect(one.reason).toBeInstanceOf(StillRunning);
    }
    expect(await runsOf(task)).toHaveLength(1);
  });

  test("notes the kind of a failure, never its words, and tries anew in the next slot", async () => {
    const task = randomUUID();
    const error = vi.spyOn(log, "error").mockReturnValue();
    const fail = async () => {
      throw new AppError("notFound");
    };
    expect(await runOnce(task, SLOT, fail)).toBe(true);
    const breach = async () => {
      await query((db) => db.insert(jobRuns).values({ task, slot: SLOT }));
      return {};
    };
    expect(await runOnce(task, "2026-11-26", breach)).toBe(true);
    const again = vi.fn(async () => ({}));
    expect(await runOnce(task, SLOT, again)).toBe(false);
    expect(await runOnce(task, "2026-11-27", again)).toBe(true);
    expect(again).toHaveBeenCalledTimes(1);
    expect((await runsOf(task)).map((run) => run.error)).toEqual([
      "AppError notFound",
      "PostgresError 23505",
      null,
    ]);
    expect(error).toHaveBeenCalledTimes(2);
    error.mockRestore();
  });

  test("a run without an end is left alone for an hour, then taken over", async () => {
    const task = randomUUID();
    // That the day before ended well says nothing of this one.
    await runOnce(task, "2026-11-24", async () => ({ asked: 7 }));
    const first = await begin(task);
    const run = vi.fn(async () => ({ asked: 7 }));
    await expect(runOnce(task, SLOT, run)).rejects.toBeInstanceOf(StillRunning);
    await age(task, 59);
    await expect(runOnce(task, SLOT, run)).rejects.toBeInstanceOf(StillRunning);
    await age(task, 2);
    const both = await Promise.allSettled([runOnce(task, SLOT, run), runOnce(task, SLOT, run)]);
    expect(both.filter((one) => one.status === "fulfilled" && one.value)).toHaveLength(1);
    expect(run).toHaveBeenCalledTimes(1);
    first.end();
    await first.done();
    const ended = { counts: { asked: 7 }, error: null };
    expect(await runsOf(task)).toMatchObject([ended, ended]);
  });
});
