import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { PRESENT } from "./standing";

/**
 * The keys of the interests that wait for a member, by the key of theirs: those received to decide on, of active members
 * alone, and those of their own that something is asked about.
 */
export const waitingInterests = (memberId: SQLWrapper | string): SQL => sql`
  select asked.id from interests asked where asked.member_id = ${memberId} and asked.state = 'more-info-asked'
  union all select sent.id from interests sent
  join members sender on sender.id = sent.member_id join accounts person on person.id = sender.account_id
  where sent.received_by = ${memberId} and sent.state in ('sent', 'under-review') and not sent.is_silenced and person.status ${PRESENT}`;
