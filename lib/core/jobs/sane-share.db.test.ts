import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query } from "@/db/client";
import { jobRuns } from "@/db/schema/jobs";
import { log } from "../log";
import { oneByOne } from "./one-by-one";
import { runOnce } from "./run-once";
import { AbsurdShare, lettingThrough } from "./sane-share";

afterAll(closeDatabase);

const ids = (size: number) => Array.from({ length: size }, (_, index) => String(index));
const change = (changing: number, all: number) => {
  const run = vi.fn(async () => true);
  const done = oneByOne("lapse-interests", ids(changing), run, async () => all);
  return { run, done };
};

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
