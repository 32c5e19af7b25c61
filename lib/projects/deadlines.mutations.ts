import "server-only";
import {
  and,
  eq,
  gte,
  isNotNull,
  lt,
  lte,
  notExists,
  notInArray,
  type SQL,
  sql,
} from "drizzle-orm";
import { type Database, query, type Transaction, transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { PROGRESS_STATES } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { deadlineWarnings } from "@/db/schema/project-parts";
import { projects } from "@/db/schema/projects";
import { addDays, formatDay } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { inEachLanguage } from "@/lib/core/events/facts";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { entryEvent } from "@/lib/entries/entry-event";
import { isPublished } from "@/lib/entries/sight.queries";
import { type LockedProject, lockProject } from "./locked.queries";
import { tellOwner } from "./notices";
import { isFinalProgress } from "./policy";
import {
  daysLeft,
  dueWarnings,
  FIRST_WARNING_DAYS,
  isDeadlineWatched,
  isExpired,
} from "./project-deadline";

/**
 * Tells active owners of published projects 30, 7 and 1 days before the deadline, once each a deadline, as it stands on
 * a calendar day `YYYY-MM-DD` in Lyon. When several are due at once (a missed morning, a near deadline) only the nearest
 * is mailed and the others count as told. Run twice, or by two workers at once, it mails once.
 */
export async function warnOfDeadlines(day: string): Promise<Counts> {
  const isNear = and(
    gte(projects.deadline, day),
    lte(projects.deadline, addDays(day, FIRST_WARNING_DAYS)),
  );
  const nearest = sql`case when ${projects.deadline} - ${day}::date <= 1 then 'deadline-1'
    when ${projects.deadline} - ${day}::date <= 7 then 'deadline-7' else 'deadline-30' end`;
  const { done, failed } = await oneByOne(
    "warn-of-deadlines",
    await listUntold(isNear, nearest),
    (projectId) =>
      transaction(async (tx) => {
        const project = await lockProject(tx, projectId);
        authorize(isDeadlineWatched(project));
        const due = dueWarnings(project, day);
        const told = await noteTold(tx, project, due);
        if (!due[0] || !told.includes(due[0])) return false;
        const days = String(daysLeft(project, day));
        const data = { deadline: project.deadline, warning: due[0] };
        await record(tx, null, entryEvent(project, "deadline-warned", data), {
          tell: tellOwner(project, { ...deadlineFacts(project), days }),
        });
        return true;
      }),
    { day, countAll: countWatched },
  );
  return { warned: done, failed };
}

/**
 * Tells active owners, once a deadline, that it has passed and that their project is no longer listed, with the way to
 * renew it. `day` is a calendar day `YYYY-MM-DD` in Lyon; what was missed is made up for.
 */
export async function expireProjects(day: string): Promise<Counts> {
  const { done, failed } = await oneByOne(
    "expire-projects",
    await listUntold(lt(projects.deadline, day), sql`'expired'`),
    (projectId) =>
      transaction(async (tx) => {
        const project = await lockProject(tx, projectId);
        authorize(isDeadlineWatched(project));
        if (!isExpired(project, day)) return false;
        const told = await noteTold(tx, project, ["expired"]);
        if (told.length === 0) return false;
        const data = { deadline: project.deadline };
        await record(tx, null, entryEvent(project, "expired", data), {
          tell: tellOwner(project, deadlineFacts(project)),
        });
        return true;
      }),
    { day, countAll: countWatched },
  );
  return { expired: done, failed };
}

/** How many projects online have a deadline. */
const countWatched = (): Promise<number> => {
  const isOnline = and(eq(entries.moderation, "published"), isShown(entries));
  return query((db) => db.$count(entries, and(isOnline, isNotNull(projects.deadline))));
};

/** Projects whose owner has not been told `kind` of this very deadline. */
async function listUntold(when: SQL | undefined, kind: SQL): Promise<string[]> {
  const isTold = (db: Database) =>
    db
      .select({ id: deadlineWarnings.id })
      .from(deadlineWarnings)
      .where(
        and(
          eq(deadlineWarnings.projectId, entries.id),
          eq(deadlineWarnings.deadline, projects.deadline),
          eq(deadlineWarnings.kind, kind),
        ),
      );
  const rows = await query((db) =>
    db
      .select({ id: entries.id })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          when,
          isPublished,
          notInArray(projects.progress, PROGRESS_STATES.filter(isFinalProgress)),
          notExists(isTold(db)),
        ),
      )
      .orderBy(projects.deadline, entries.id),
  );
  return rows.map(({ id }) => id);
}

/** Notes what the owner is told of a deadline, and gives what is told for the first time. */
async function noteTold(
  tx: Transaction,
  { id, deadline }: LockedProject,
  kinds: readonly string[],
) {
  if (!deadline || kinds.length === 0) return [];
  const rows = await tx
    .insert(deadlineWarnings)
    .values(kinds.map((kind) => ({ projectId: id, kind, deadline })))
    .onConflictDoNothing()
    .returning({ kind: deadlineWarnings.kind });
  return rows.map(({ kind }) => kind);
}

/** What a notice says of a deadline, and the way to renew it. */
const deadlineFacts = ({ slug, deadline }: LockedProject) => ({
  date: inEachLanguage((locale) => formatDay(deadline ?? "", locale)),
  to: `/projects/${slug}#renewal`,
});
