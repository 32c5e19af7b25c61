import { type SQL, sql } from "drizzle-orm";

/** Conditions that find what belongs to an account; each is put into a `where`. */

export const byAccount = (id: SQL) => sql`account_id = ${id}`;

/** The account's sign-in address, as one value to compare with. */
export const ownAddress = (id: SQL) => sql`(select email from accounts where id = ${id})`;

/** The id of the account's profile: one row, or none without a profile. */
export const ownMembers = (id: SQL) => sql`(select id from members where account_id = ${id})`;

/** The ids of all that the account owns in `entries`, in any state. */
export const ownEntries = (id: SQL) =>
  sql`(select id from entries where owner_id in ${ownMembers(id)})`;

const ownRevisions = (id: SQL) =>
  sql`(select id from entry_revisions where entry_id in ${ownEntries(id)})`;

/**
 * Also those that came to nothing, which are found by the address: those before one that was approved are of whom that let in, also
 * when they have another address by now; the others, of whoever has it.
 */
export const ownApplications = (id: SQL) =>
  sql`(select theirs.id from applications theirs where theirs.account_id = ${id}
    or theirs.account_id is null
      and theirs.email in (select email from accounts where id = ${id}
        union select email from applications where account_id = ${id})
      and ${id} = coalesce(
        (select let_in.account_id from applications let_in where let_in.email = theirs.email
          and let_in.account_id is not null and let_in.created_at >= theirs.created_at
          order by let_in.created_at limit 1),
        (select holding.id from accounts holding where holding.email = theirs.email)))`;

/** Those as whom somebody came to events before they had an account: they are found by the address. */
export const ownGuests = (id: SQL) =>
  sql`(select id from event_guests where email = ${ownAddress(id)})`;

const ownActivities = (id: SQL) =>
  sql`(select id from activities where member_id in ${ownMembers(id)})`;

/** What the person wrote in exchanges, which can be taken down by itself. */
const ownWords = (id: SQL) => sql`(
  select id from entry_questions where member_id in ${ownMembers(id)}
  union all select id from experience_opinions where member_id in ${ownMembers(id)}
  union all select id from room_updates where author_id = ${id}
  union all select id from room_messages where author_id = ${id})`;

/** Organisations that a person is alone in, and nobody asks to join: each is as much theirs as their name. */
export const loneOrganisations = (id: SQL) =>
  sql`(select lone.id from organisations lone
    where exists (select from affiliations where organisation_id = lone.id and member_id in ${ownMembers(id)})
      and not exists (select from affiliations
        where organisation_id = lone.id and member_id not in ${ownMembers(id)})
      and not exists (select from affiliation_requests
        where organisation_id = lone.id and state = 'open' and member_id not in ${ownMembers(id)}))`;

/** Rows about the person by their `subject_id`: them, what they published, applied with or wrote, where they are alone. */
export const ownSubjects = (id: SQL) =>
  sql`(subject_id = ${id} or subject_id in ${ownMembers(id)} or subject_id in ${ownWords(id)}
    or subject_id in ${ownEntries(id)} or subject_id in ${ownRevisions(id)}
    or subject_id in ${ownApplications(id)} or subject_id in ${ownActivities(id)}
    or subject_id in ${loneOrganisations(id)})`;

/** Letters to somebody else that wait to be sent and speak of the person; what filled a letter goes when it is sent. */
export const lettersAboutOne = (id: SQL) => sql`(sent_at is null and (
  data ->> 'address' = ${ownAddress(id)} or data ->> 'person' in (
    select unnest(array[given_name || ' ' || family_name, family_name || ' ' || given_name, name_zh])
    from members where account_id = ${id})))`;
