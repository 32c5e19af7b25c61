import { randomInt } from "node:crypto";
import { inArray } from "drizzle-orm";
import { parseCrontab } from "graphile-worker";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, query } from "@/db/client";
import { jobRuns } from "@/db/schema/jobs";
import type { PlannedTask } from "@/lib/core/jobs/planned-task";
import { CRONTAB, PLANNED, plannedTasks, runPlanned } from "./planned-jobs";

const TASKS = Object.keys(PLANNED) as PlannedTask[];

afterAll(closeDatabase);

test("the plan names every planned job, in cron's own language", () => {
  const planned = parseCrontab(CRONTAB).map(({ task }) => task);
  expect(planned.sort()).toEqual([...TASKS].sort());
  expect(Object.keys(plannedTasks).sort()).toEqual([...TASKS].sort());
});

test("two instances at once: each job once", async () => {
  const runs = TASKS.map((task) => {
    const run = vi.spyOn(PLANNED[task], "run").mockResolvedValue({});
    return { task, run };
  });
  // An hour of its own, long ago.
  const now = new Date(Date.UTC(1980, 0, 1, randomInt(24 * 365 * 10)));
  const instance = () => TASKS.map((task) => runPlanned(task, now));
  await Promise.allSettled([...instance(), ...instance()]);
  expect(runs.map(({ task, run }) => [task, run.mock.calls.length])).toEqual(
    TASKS.map((task) => [task, 1]),
  );
  const slots = TASKS.map((task) => PLANNED[task].slot(now));
  const noted = await query((db) =>
    db.select({ task: jobRuns.task }).from(jobRuns).where(inArray(jobRuns.slot, slots)),
  );
  expect(noted.map(({ task }) => task).sort()).toEqual([...TASKS].sort());
  vi.restoreAllMocks();
});
