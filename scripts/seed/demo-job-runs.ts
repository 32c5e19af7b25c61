import type { Transaction } from "@/db/client";
import { jobRuns } from "@/db/schema/jobs";
import { HOUR_MS } from "@/lib/core/dates";
import type { Counts, PlannedTask } from "@/lib/core/jobs/planned-task";
import { PLANNED } from "../planned-jobs";

const HOURS = 7 * 24;

/** What there was to do in a quiet week; by how many hours ago. */
const DID: Record<PlannedTask, (hours: number) => Counts> = {
  sweep: (hours) => ({ erased: (hours * 7) % 11 }),
  "sweep-applications": (hours) => ({ erased: hours % 60 === 0 ? 1 : 0 }),
  "remind-of-activities": (hours) => ({ asked: hours % 5 === 0 ? 2 : 0 }),
  "remind-of-profiles": (hours) => ({ asked: hours % 5 === 1 ? 1 : 0 }),
  "remind-of-experiences": (hours) => ({ asked: hours % 7 === 0 ? 1 : 0 }),
  "remind-of-interests": (hours) => ({ reminded: hours % 3 }),
  "remind-of-events": (hours) => ({ reminded: hours % 4 }),
  "end-registrations": (hours) => ({ settledEvents: hours % 9 === 0 ? 1 : 0 }),
  "lapse-interests": () => ({ lapsed: 0 }),
  "warn-of-deadlines": (hours) => ({ warned: hours % 4 === 0 ? 1 : 0 }),
  "ask-follow-ups": (hours) => ({ asked: hours % 6 === 0 ? 1 : 0 }),
  "coarsen-unnamed": (hours) => ({ coarsened: hours % 2 }),
  "renew-search": () => ({ renewed: 0 }),
  "erase-accounts": () => ({ left: 0 }),
  "close-lapsed": () => ({ closed: 0 }),
  "remind-of-dues": (hours) => ({ reminded: hours % 5 === 0 ? 1 : 0 }),
  "lapse-memberships": () => ({ lapsedMemberships: 0 }),
  "mail-team": (hours) => ({ reminded: hours % 24 === 2 ? 2 : 0 }),
  "expire-projects": () => ({ expired: 0 }),
  "offer-projects": () => ({ asked: 0 }),
};

/** The runs of the planned jobs over the last week, all well; those of today and of this hour are left to the worker. */
export async function seedJobRuns(tx: Transaction): Promise<void> {
  const now = new Date();
  await tx
    .insert(jobRuns)
    .values((Object.keys(PLANNED) as PlannedTask[]).flatMap((task) => runsOf(task, now)));
}

function runsOf(task: PlannedTask, now: Date): (typeof jobRuns.$inferInsert)[] {
  const [minute = 0, hour = Number.NaN] = PLANNED[task].at.split(" ").map(Number);
  const runs: (typeof jobRuns.$inferInsert)[] = [];
  for (let hours = 1; hours <= HOURS; hours++) {
    const startedAt = new Date(now.getTime() - hours * HOUR_MS);
    startedAt.setUTCMinutes(minute, 1, 0);
    const slot = PLANNED[task].slot(startedAt);
    const isDue = Number.isNaN(hour) || startedAt.getUTCHours() === hour;
    if (!isDue || slot === PLANNED[task].slot(now)) continue;
    const finishedAt = new Date(startedAt.getTime() + 40 + ((hours * 37 + task.length * 23) % 160));
    runs.push({ task, slot, startedAt, finishedAt, counts: DID[task](hours) });
  }
  return runs;
}
