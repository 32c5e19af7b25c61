import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Database, query, type Transaction, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { isActing } from "@/db/standing";
import { lapseAccount } from "@/lib/accounts/mutations";
import { canLapseAccount } from "@/lib/accounts/policy";
import { addDays, formatDay } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import { authorize } from "@/lib/core/errors";
import { inEachLanguage } from "@/lib/core/events/facts";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import {
  type DuesStep,
  duesStep,
  graceEnd,
  isLapseDue,
  LAST_LETTER_DAYS,
  stepsFrom,
} from "./clock";
import { isOnColleaguesCall } from "./covered.queries";
import { duesEvent } from "./dues-event";
import { tellPayer } from "./notices";
import { paidUntil } from "./paid-until.queries";

const graceDays = () => Number(env().CLUB_DUES_GRACE_DAYS);

const countActive = () => query((db) => db.$count(accounts, isActing()));

/**
 * Writes to active members whose dues run out, or have, as of a calendar day `YYYY-MM-DD`: each letter once a day until which
 * they have paid, the trail keeps which. Run twice, or by two workers at once, it writes once. Whose dues nobody knows is
 * left alone. For the worker; gives how many were written to.
 */
export async function remindOfDues(day: string): Promise<Counts> {
  const ids = await listPaidUntil(addDays(day, 30));
  const { done, failed } = await oneByOne(
    "remind-of-dues",
    ids,
    (accountId) =>
      transaction(async (tx) => {
        const until = await lockPaidUntil(tx, accountId);
        const step = until && duesStep(until, day, graceDays());
        authorize(Boolean(step));
        if (!until || !step || (await toldOn(tx, accountId, until, stepsFrom(step)))) return false;
        const name = step.startsWith("soon") ? "dues.ending" : "dues.over";
        const isCovered = await isOnColleaguesCall(tx, accountId, until);
        await record(tx, null, duesEvent(name, accountId, { until, step, day }), {
          tell: tellPayer(accountId, {
            call: isCovered ? "colleague" : "own",
            until: inEachLanguage((locale) => formatDay(until, locale)),
            last: inEachLanguage((locale) => formatDay(lastDay(until, step, day), locale)),
            to: "/account/dues",
          }),
        });
        return true;
      }),
    { day, countAll: countActive },
  );
  return { reminded: done, failed };
}

/** Until when the membership stays whole, as a letter says: the end of the grace, put off where the letter goes late. */
function lastDay(until: string, step: DuesStep, day: string): string {
  const [grace, afterLetter] = [graceEnd(until, graceDays()), addDays(day, LAST_LETTER_DAYS - 1)];
  return step === "grace" && afterLetter > grace ? afterLetter : grace;
}

/**
 * Lets memberships lapse whose grace is over as of a calendar day `YYYY-MM-DD`, by the act that an administrator has for it.
 * Run twice, or by two workers at once, each lapses once. Nobody of the club team lapses by the clock, nor whose dues nobody
 * knows. For the worker; gives how many.
 */
export async function lapseUnpaid(day: string): Promise<Counts> {
  const ids = await listPaidUntil(addDays(day, -graceDays() - 1), sql`accounts.role = 'member'`);
  const { done, failed } = await oneByOne(
    "lapse-memberships",
    ids,
    (accountId) =>
      transaction(async (tx) => {
        const until = await lockPaidUntil(tx, accountId);
        authorize(until !== null);
        const told = await toldOn(tx, accountId, until, ["grace"]);
        if (!isLapseDue({ paidUntil: until, toldOn: told }, day, graceDays())) return false;
        const [account] = await tx
          .select({
            id: accounts.id,
            role: accounts.role,
            status: accounts.status,
            version: accounts.version,
          })
          .from(accounts)
          .where(eq(accounts.id, accountId));
        // Whoever has joined the club team since the list was read is left alone.
        authorize(account !== undefined && canLapseAccount("portal", account));
        await lapseAccount(tx, "portal", { accountId, version: account.version, day });
        await record(tx, null, duesEvent("dues.unpaid", accountId, { until }));
        return true;
      }),
    { day, countAll: countActive },
  );
  return { lapsedMemberships: done, failed };
}

/** Active accounts that have paid until a day at most. */
async function listPaidUntil(last: string, among?: SQL): Promise<string[]> {
  const rows = await query((db) =>
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(isActing(), sql`${paidUntil} <= ${last}::date`, among))
      .orderBy(paidUntil, accounts.id),
  );
  return rows.map(({ id }) => id);
}

/** Until when an active account has paid, held: a payment that comes meanwhile waits, or is seen. */
async function lockPaidUntil(tx: Transaction, accountId: string): Promise<string | null> {
  await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("no key update");
  const [row] = await tx
    .select({ until: paidUntil })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isActing()));
  return row?.until ?? null;
}

/**
 * The latest day on which one of these letters was told of this end, `YYYY-MM-DD`; null where none was, or none since they
 * were let in again or a receipt of theirs was cancelled: what was told before has been overtaken.
 */
async function toldOn(
  db: Database | Transaction,
  accountId: string,
  until: string,
  steps: readonly DuesStep[],
): Promise<string | null> {
  const { id, data, name, subjectType, subjectId } = auditEvents;
  const list = sql.join(
    steps.map((step) => sql`${step}`),
    sql`, `,
  );
  const [row] = await db
    .select({ day: sql<string | null>`max(${data} ->> 'day')` })
    .from(auditEvents)
    .where(
      and(
        eq(subjectType, "account"),
        eq(subjectId, accountId),
        sql`${name} in ('dues.ending', 'dues.over')`,
        sql`${data} ->> 'until' = ${until} and ${data} ->> 'step' in (${list})`,
        sql`${id} > coalesce((select max(since.id) from audit_events since
          where since.subject_type = 'account' and since.subject_id = ${accountId}
          and since.name in ('account.reinstated', 'dues.receipt-cancelled')), 0)`,
      ),
    );
  return row?.day ?? null;
}
