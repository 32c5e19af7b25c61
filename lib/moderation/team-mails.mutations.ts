import "server-only";
import { and, desc, eq, ne, not, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { isActing } from "@/db/standing";
import { holdTurn } from "@/db/turn";
import { listReaders } from "@/lib/core/auth/reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { clockIn, ZONE } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { queueMail, switchesOf } from "@/lib/core/mail/queue-mail";
import { isWorkingDay } from "@/lib/core/working-days";
import { canOpenQueue } from "./policy";
import { listDecidable } from "./queries";
import type { QueueItem } from "./queue-item";
import { newlyLate } from "./team-mail";

const MORNING = 8;
/** From this hour on in Lyon the mail of the morning says it. */
const EVENING = 20;
const TOLD = "account.queue-mailed";

/** The day of the last mail of the morning by its reader's clock, and when the last of either was queued; `""` before the first. */
type Last = { day: string; at: string };

/**
 * Mails each of the club team once a day, on Lyon's working days from eight by their own clock, what awaits their decision;
 * and at once, in the daytime of Lyon's working days, when something has become two working days late since. Whoever has
 * nothing to decide gets none. `now` is the database's clock. What a mail says is put together when it is sent
 * (`queueInMail`). An hour that was missed is made up for the same day; two runs at once, or one that is ended, mail nobody
 * twice.
 */
export async function mailTeam(now: Date): Promise<Counts> {
  const { isOff, isMuted } = switchesOf("teamQueue");
  const isTeam = and(ne(accounts.role, "member"), isActing());
  const team = await listReaders(and(isTeam, not(isOff), not(isMuted)));
  const mail = async (reader: Viewer) => {
    if (clockOf(reader, now).hour < MORNING) return false;
    const items = await listDecidable(reader, reader.locale);
    if (items.length === 0) return false;
    return transaction(async (tx) => {
      const last = await lastTold(tx, reader);
      const due = whatIsDue(reader, items, last, now);
      if (!due) return false;
      authorize(canOpenQueue(reader));
      const { accountId } = reader;
      const at = now.toISOString();
      const event = { name: TOLD, subjectType: "account", subjectId: accountId } as const;
      await record(tx, null, { ...event, data: { day: due.day, at } });
      const data = { since: last.at, until: at, ...(due.isUrgent && { isUrgent: "yes" }) };
      await queueMail(tx, { accountId, kind: "teamQueue", data });
      return true;
    });
  };
  const each = new Map(team.filter(canOpenQueue).map((reader) => [reader.accountId, reader]));
  const { done, failed } = await oneByOne("mail-team", [...each.keys()], async (accountId) => {
    const reader = each.get(accountId);
    return reader ? mail(reader) : false;
  });
  return { reminded: done, failed };
}

const clockOf = ({ timeZone }: Viewer, now: Date) => clockIn(timeZone ?? ZONE.lyon, now);

/** Their mail of the morning, one of what has just become late, or none; `day` is that of the last mail of the morning then. */
function whatIsDue(reader: Viewer, items: QueueItem[], { day, at }: Last, now: Date) {
  const theirs = clockOf(reader, now);
  if (day !== theirs.day && isWorkingDay(theirs.day)) return { day: theirs.day, isUrgent: false };
  const lyon = clockIn(ZONE.lyon, now);
  const isDaytime = isWorkingDay(lyon.day) && lyon.hour >= MORNING && lyon.hour < EVENING;
  const isNews = at !== "" && newlyLate(items, { since: at, until: now.toISOString() }).length > 0;
  return isDaytime && isNews ? { day, isUrgent: true } : null;
}

/** Whoever asks for the same account at once waits. */
async function lastTold(tx: Transaction, { accountId }: Viewer): Promise<Last> {
  await holdTurn(tx, `${TOLD}:${accountId}`);
  const { data } = auditEvents;
  const [last] = await tx
    .select({
      day: sql<string>`${data} ->> 'day'`,
      // One that was queued before they said when.
      at: sql<string>`coalesce(${data} ->> 'at', ${data} ->> 'day')`,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.subjectType, "account"),
        eq(auditEvents.subjectId, accountId),
        eq(auditEvents.name, TOLD),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return last ?? { day: "", at: "" };
}
