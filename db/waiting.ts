import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { dayInLyon } from "./columns";
import { PRESENT } from "./standing";

/**
 * The keys of the interests that wait for a member, by the key of theirs: those received to decide on, of members who are
 * there (`PRESENT`) alone, and those of their own that something is asked about.
 */
export const waitingInterests = (memberId: SQLWrapper | string): SQL => sql`
  select asked.id from interests asked where asked.member_id = ${memberId} and asked.state = 'more-info-asked'
  union all select sent.id from interests sent
  join members sender on sender.id = sent.member_id join accounts person on person.id = sender.account_id
  where sent.received_by = ${memberId} and sent.state in ('sent', 'under-review') and not sent.is_silenced and person.status ${PRESENT}`;

/** The day on which the database stands, in Lyon. */
const LYON_DAY = dayInLyon(sql`now()`);

/** The keys of the introductions that a member has to answer or to pass on, on a day `YYYY-MM-DD` in Lyon, of members who are there alone. */
export const waitingIntroductions = (memberId: SQLWrapper | string, day?: string): SQL => sql`
  select proposed.id from introductions proposed
  join members asker on asker.id = proposed.asked_by join accounts person on person.id = asker.account_id
  where proposed.asked = ${memberId} and proposed.ends_on > ${day ? sql`${day}::date` : LYON_DAY} and person.status ${PRESENT}
    and not exists (select from introduction_answers answer where answer.introduction_id = proposed.id)
    and not exists (select from introduction_passings held
      where held.introduction_id = proposed.id and held.answer is distinct from 'passed-on')
  union all select through.introduction_id from introduction_passings through
  join introductions proposed on proposed.id = through.introduction_id
  join members asker on asker.id = proposed.asked_by join accounts person on person.id = asker.account_id
  where through.go_between = ${memberId} and through.answer is null
    and proposed.ends_on > ${day ? sql`${day}::date` : LYON_DAY} and person.status ${PRESENT}`;

/** Whether who sent an invitation into a room, a row of `room_invitations` by its name, still speaks for it: is there and in it. */
export const isInviterIn = (offered: string): SQL => sql`exists (select from room_people host
  join members sender on sender.id = host.member_id join accounts person on person.id = sender.account_id
  where host.room_id = ${sql.raw(offered)}.room_id and host.member_id = ${sql.raw(offered)}.invited_by
    and host.removed_at is null and person.status ${PRESENT})`;

/** The keys of the open invitations of a member into rooms that are worked in; not of whoever they have blocked, or who is out of the room. */
export const waitingRoomInvitations = (memberId: SQLWrapper | string): SQL => sql`
  select offered.id from room_invitations offered join rooms room on room.id = offered.room_id
  where offered.member_id = ${memberId} and offered.state = 'open' and room.closed_at is null
    and ${isInviterIn("offered")}
    and not exists (select from member_blocks deaf
      where deaf.blocker_id = offered.member_id and deaf.blocked_id = offered.invited_by)`;

/** Whether an account was told of a row what it has not seen. */
export const isNewOf = (accountId: string, id: SQLWrapper): SQL => sql`(${id} in (
  select told.subject_id from notices told where told.account_id = ${accountId} and told.seen_at is null))`;
