import { sql } from "drizzle-orm";
import { query } from "@/db/client";
import { ACTING } from "@/db/standing";
import { clockIn, instantAt, isMonday, ZONE } from "@/lib/core/dates";
import { log } from "@/lib/core/log";
import { PRIORITY } from "@/lib/core/mail/queue-job";
import { RHYTHM_CHOSEN } from "@/lib/notifications/mutations";

/** From this hour on each Monday, or each day, by the account's own clock. */
const HOUR = 8;

/** The longest that any reaches back. */
const MOST_DAYS = 31;

type Due = { zone: string; slot: string; began: string; is_monday: boolean };

/** The zones in which it is eight or later at an instant, each with its day and when it was eight there. A zone is asked of Intl, never of the database's own table. */
export function dueZones(zones: readonly string[], now: Date): Due[] {
  return zones.flatMap((zone) => {
    const { day, hour } = clockIn(zone, now);
    if (hour < HOUR) return [];
    const began = instantAt(zone, `${day} 0${HOUR}:00`).toISOString();
    return [{ zone, slot: day, began, is_monday: isMonday(day) }];
  });
}

/**
 * Queues the digests whose hour has come and that this local day has not had yet: each account's slot, its letter and its
 * job in one statement, so that whoever dies leaves all of it or nothing, and whoever comes second finds it done. An hour that
 * was missed is made up for until the local day is over; a daily one whose rhythm or zone was chosen after its hour begins the
 * next day. Gives how many.
 */
export async function queueDigests(now: Date): Promise<number> {
  const due = dueZones(await listZones(), now);
  if (due.length === 0) return 0;
  const at = sql`${now.toISOString()}::timestamptz`;
  const [row] = await query((db) =>
    db.execute<{ count: number }>(sql`
      with due as (
        select * from json_to_recordset(${JSON.stringify(due)}::json)
          as due (zone text, slot date, began timestamptz, is_monday boolean)
      ), slots as (
        insert into digests (account_id, slot, since, until)
        select a.id, due.slot,
          greatest(coalesce((select max(until) from digests d where d.account_id = a.id), a.created_at),
            ${at} - make_interval(days => ${MOST_DAYS})),
          -- A transaction that began a moment ago is not seen yet: the next one tells of it.
          ${at} - interval '1 minute'
        from accounts a
        join members m on m.account_id = a.id
        join due on due.zone = coalesce(a.time_zone, ${ZONE.lyon})
        where a.status ${ACTING}
          and case a.digest_rhythm when 'weekly' then due.is_monday else not exists (
            select from audit_events e where e.subject_type = 'account' and e.subject_id = a.id
              and e.name = ${RHYTHM_CHOSEN} and e.created_at between due.began and ${at}) end
          and a.created_at < ${at} - interval '1 day'
          and a.resting_address is distinct from a.email
          and not exists (select from mail_preferences p where p.account_id = a.id and p.topic = 'digest')
        -- Two at once write their slots in one order, so that the second waits for the first and neither for the other.
        order by a.id
        on conflict do nothing
        returning account_id, slot
      ), letters as (
        insert into mails (account_id, address, kind, locale, data)
        select a.id, a.email, 'digest', a.locale, jsonb_build_object('slot', slots.slot::text)
        from slots join accounts a on a.id = slots.account_id
        returning id
      ), jobs as materialized (
        select club_queue_job('send-mail', json_build_object('mailId', id), null, null, null, ${PRIORITY.rest}::int) from letters
      )
      select count(*)::int as count from jobs`),
  );
  const count = row?.count ?? 0;
  if (count > 0) log.info({ event: "digests.queued", count });
  return count;
}

async function listZones(): Promise<string[]> {
  const rows = await query((db) =>
    db.execute<{ zone: string }>(sql`select distinct coalesce(time_zone, ${ZONE.lyon}) as zone
      from accounts where status ${ACTING}`),
  );
  return rows.map(({ zone }) => zone);
}
