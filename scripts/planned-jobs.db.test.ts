import { randomInt } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { parseCrontab } from "graphile-worker";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { interests } from "@/db/schema/interests";
import { jobRuns } from "@/db/schema/jobs";
import { today } from "@/lib/core/dates";
import type { PlannedTask } from "@/lib/core/jobs/planned-task";
import { CRONTAB, PLANNED, plannedTasks, runPlanned } from "./planned-jobs";

const TASKS = Object.keys(PLANNED) as PlannedTask[];

// Jobs are run and noted by the owner of the tables: the worker.
workAsOwner(20_000);

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
  const instance = () => TASKS.map((task) => runPlanned(task, { now }));
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

test("the day is the database's, however wrong the clock of this machine", async () => {
  const [{ day } = { day: "" }] = await query((db) =>
    db.execute<{ day: string }>(
      sql`select to_char(now() at time zone 'Europe/Paris', 'YYYY-MM-DD') as day`,
    ),
  );
  const run = vi.spyOn(PLANNED["warn-of-deadlines"], "run").mockResolvedValue({});
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-01-01T12:00:00Z") });
  try {
    await runPlanned("warn-of-deadlines");
  } finally {
    vi.useRealTimers();
  }
  expect(run).toHaveBeenCalledExactlyOnceWith(day);
  vi.restoreAllMocks();
});

test("a clock that is wrong by a year ends nobody's interest", async () => {
  const open = await transaction(async (tx) => {
    const owner = await makeMember(tx);
    const project = await makeProject(tx, owner.memberId, { moderation: "published" });
    const made: string[] = [];
    for (let i = 0; i < 25; i++) {
      const { memberId } = await makeMember(tx);
      made.push((await makeInterest(tx, project.id, memberId)).id);
    }
    return made;
  });
  const inAYear = today(new Date(Date.now() + 366 * 86_400_000));
  await expect(PLANNED["lapse-interests"].run(inAYear)).rejects.toMatchObject({
    name: "AbsurdShare",
  });
  const states = await query((db) =>
    db
      .selectDistinct({ state: interests.state })
      .from(interests)
      .where(inArray(interests.id, open)),
  );
  expect(states).toEqual([{ state: "sent" }]);
});
