import { sql } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { closeLapsed } from "@/lib/accounts/closing.mutations";
import { eraseDueAccounts } from "@/lib/accounts/due-erasures.mutations";
import { remindOfActivities } from "@/lib/activities/reminders.mutations";
import { sweepApplications } from "@/lib/applications/sweeping.mutations";
import { thisHour, today } from "@/lib/core/dates";
import type { Counts, PlannedTask } from "@/lib/core/jobs/planned-task";
import { runOnce } from "@/lib/core/jobs/run-once";
import { lapseUnpaid, remindOfDues } from "@/lib/dues/clock.mutations";
import { coarsenEntries } from "@/lib/entries/shown.mutations";
import { forgetParties } from "@/lib/events/forgetting.mutations";
import { remindOfEvents } from "@/lib/events/reminders.mutations";
import { remindOfExperiences } from "@/lib/experiences/confirm-reminders.mutations";
import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";
import { lapseInterests } from "@/lib/interests/ending.mutations";
import { remindOfInterests } from "@/lib/interests/reminders.mutations";
import { coarsenInterests } from "@/lib/interests/shown.mutations";
import { remindOfProfiles } from "@/lib/members/confirming.mutations";
import { mailTeam } from "@/lib/moderation/team-mails.mutations";
import { expireProjects, warnOfDeadlines } from "@/lib/projects/deadlines.mutations";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { askFollowUps } from "@/lib/projects/outcomes/mutations";
import { askNextHeirs } from "@/lib/rooms/offers.mutations";
import { renewSearch } from "./renew-search";
import { endRegistrations } from "./settle-event";
import { sweep } from "./sweep";

type Planned = {
  /** As cron writes it, in UTC. */
  at: string;
  /** What it runs once for. */
  slot: (now: Date) => string;
  /** With the slot's day, as the database has it. */
  run: (day: string) => Promise<Counts>;
};

const daily = (at: string, run: Planned["run"]): Planned => ({ at, slot: today, run });
const hourly = (at: string, run: Planned["run"]): Planned => ({ at, slot: thisHour, run });

/** What is shown of owners and senders who are not named, as the directory stands tonight. */
async function coarsenUnnamed(): Promise<Counts> {
  const done = [
    await coarsenEntries(PROJECT_VERBS),
    await coarsenEntries(EXPERIENCE_VERBS),
    await coarsenInterests(),
  ];
  const sum = (count: "coarsened" | "failed") =>
    done.reduce((total, counts) => total + (counts[count] ?? 0), 0);
  return { coarsened: sum("coarsened"), failed: sum("failed") };
}

/** Every hour, and every morning in Lyon. */
export const PLANNED: Record<PlannedTask, Planned> = {
  sweep: hourly("23 * * * *", async (day) => ({
    erased: (await sweep(day)) + (await forgetParties(day)),
  })),
  "sweep-applications": hourly("37 * * * *", async (day) => ({
    erased: await transaction((tx) => sweepApplications(tx, day)),
  })),
  "remind-of-activities": daily("7 6 * * *", remindOfActivities),
  "remind-of-profiles": daily("23 6 * * *", remindOfProfiles),
  "remind-of-experiences": daily("9 6 * * *", remindOfExperiences),
  "remind-of-interests": daily("17 6 * * *", remindOfInterests),
  "remind-of-events": daily("27 6 * * *", remindOfEvents),
  "end-registrations": daily("43 6 * * *", endRegistrations),
  "lapse-interests": daily("19 6 * * *", lapseInterests),
  "warn-of-deadlines": daily("11 6 * * *", warnOfDeadlines),
  "ask-follow-ups": daily("21 6 * * *", askFollowUps),
  "coarsen-unnamed": daily("41 2 * * *", coarsenUnnamed),
  "renew-search": daily("51 2 * * *", renewSearch),
  "erase-accounts": daily("29 6 * * *", eraseDueAccounts),
  "remind-of-dues": daily("33 6 * * *", remindOfDues),
  "lapse-memberships": daily("37 6 * * *", lapseUnpaid),
  "close-lapsed": daily("31 2 * * *", closeLapsed),
  "mail-team": hourly("2 * * * *", async () => mailTeam(await readClock())),
  "expire-projects": daily("13 6 * * *", expireProjects),
  "offer-projects": daily("39 6 * * *", askNextHeirs),
};

const TASKS = Object.keys(PLANNED) as PlannedTask[];

/** The plan as graphile-worker reads it. A missed morning is made up for by the next. */
export const CRONTAB = TASKS.map((task) => `${PLANNED[task].at} ${task}`).join("\n");

/**
 * Runs a planned job, once for the hour or day that `now` lies in: the database's, since all instances share that clock.
 * `alsoStopped` runs a slot again that was stopped for its share. Gives whether it ran.
 */
export async function runPlanned(
  task: PlannedTask,
  { now, alsoStopped = false }: { now?: Date; alsoStopped?: boolean } = {},
): Promise<boolean> {
  const { slot, run } = PLANNED[task];
  const moment = now ?? (await readClock());
  return runOnce(task, slot(moment), () => run(today(moment)), { alsoStopped });
}

/** The present moment as the database has it. */
export async function readClock(): Promise<Date> {
  const [row] = await query((db) =>
    db.execute<{ ms: number }>(sql`select (extract(epoch from now()) * 1000)::float8 as ms`),
  );
  return new Date(row?.ms ?? Number.NaN);
}

/** A task a planned job, for the worker. */
export const plannedTasks = Object.fromEntries(
  TASKS.map((task) => [task, async () => void (await runPlanned(task))]),
);
