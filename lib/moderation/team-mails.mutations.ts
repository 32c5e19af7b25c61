import "server-only";
import { and, desc, eq, ne, not, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
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

const MORNING = 8;
const TOLD = "account.queue-mailed";

/**
 * Mails each of the club team once a day, on Lyon's working days from eight by their own clock, what awaits their decision;
 * whoever has nothing to decide gets none. `now` is the database's clock. What the mail says is put together when it is sent
 * (`queueInMail`). An hour that was missed is made up for the same day; two runs at once, or one that is ended, mail nobody
 * twice.
 */
export async function mailTeam(now: Date): Promise<Counts> {
  const { isOff, isMuted } = switchesOf("teamQueue");
  const isTeam = and(ne(accounts.role, "member"), eq(accounts.status, "active"));
  const team = await listReaders(and(isTeam, not(isOff), not(isMuted)));
  const due = team.flatMap((reader) => {
    const { day, hour } = clockIn(reader.timeZone ?? ZONE.lyon, now);
    const isDue = canOpenQueue(reader) && isWorkingDay(day) && hour >= MORNING;
    return isDue ? [{ reader, day }] : [];
  });
  const mail = async ({ reader, day }: (typeof due)[number]) => {
    if ((await listDecidable(reader, reader.locale)).length === 0) return false;
    return transaction(async (tx) => {
      const since = await lastTold(tx, reader);
      if (since === day) return false;
      authorize(canOpenQueue(reader));
      const { accountId } = reader;
      const event = { name: TOLD, subjectType: "account", subjectId: accountId } as const;
      await record(tx, null, { ...event, data: { day } });
      await queueMail(tx, { accountId, kind: "teamQueue", data: { since } });
      return true;
    });
  };
  const each = new Map(due.map((one) => [one.reader.accountId, one]));
  const { done, failed } = await oneByOne("mail-team", [...each.keys()], async (accountId) => {
    const one = each.get(accountId);
    return one ? mail(one) : false;
  });
  return { reminded: done, failed };
}

/** The day of the last such mail by its reader's clock, `""` before the first. Whoever asks for the same account at once waits. */
async function lastTold(tx: Transaction, { accountId }: Viewer): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`${TOLD}:${accountId}`}))`);
  const [last] = await tx
    .select({ day: sql<string>`${auditEvents.data} ->> 'day'` })
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
  return last?.day ?? "";
}
