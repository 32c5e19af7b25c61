import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { LIKE_ERASED_ADDRESS } from "@/lib/core/auth/erased-address";
import { loneOrganisations, ownAddress, ownApplications, ownMembers } from "./rows.personal-data";
import { keptProjects } from "./shared.personal-data";
import type { Traces } from "./traces";

/** The organisations that go with a person, with their names in all languages. */
export async function listLoneOrganisations(tx: Transaction, accountId: string) {
  return tx.execute<{ id: string; slug: string; names: string[] }>(sql`
    select id, slug, (select jsonb_agg(value) from jsonb_each_text(name)) as names
      from organisations where id in ${loneOrganisations(sql`${accountId}::uuid`)}`);
}

/** What would still tell of a person in texts of others, read before they are erased. */
export async function readTraces(tx: Transaction, accountId: string): Promise<Traces> {
  const id = sql`${accountId}::uuid`;
  const names = await readTexts(tx, namesOf(id));
  const words = await readTexts(tx, wordsOf(id));
  const organisations = await listLoneOrganisations(tx, accountId);
  return { names: [...names, ...organisations.flatMap((one) => one.names)], words };
}

/** What is found by an address, whether it has an account or not. */
const ADDRESSED = sql`(select id, email from applications union all select id, email from event_guests
  union all select id, email from member_invitations union all select id, email from organisation_invitations
  union all select id, address from mails where account_id is null and application_id is null) addressed`;

/** The keys of what is erased with an account because it bears its address, or let it in. */
export async function listAddressed(tx: Transaction, accountId: string): Promise<string[]> {
  const id = sql`${accountId}::uuid`;
  return readTexts(
    tx,
    sql`select id::text as value from ${ADDRESSED}
      where email = ${ownAddress(id)} or id in ${ownApplications(id)}`,
  );
}

/** The addresses that rows with these keys bear, but for those with an account. */
export async function listAddressesOf(tx: Transaction, keys: string[]): Promise<string[]> {
  const among = sql`(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)::uuid)`;
  return readTexts(
    tx,
    sql`select distinct email as value from ${ADDRESSED}
      where id in ${among} and email not in (select email from accounts)`,
  );
}

/**
 * How others were told of a person: by the key that goes with their name, whatever it was; and of their entries by the
 * addresses (`projects/soie`) and titles that those bear and bore.
 */
export async function readTold(tx: Transaction, accountId: string) {
  const own = ownMembers(sql`${accountId}::uuid`);
  const keys = await readTexts(tx, sql`select id::text as value from ${own} own`);
  const pages = await readTexts(
    tx,
    sql`select case kind when 'experience' then 'experiences/' else 'projects/' end || slug as value from entries
    where owner_id in ${own}`,
  );
  const titles = await readTexts(
    tx,
    sql`select distinct text.value from entries, lateral (
      select entries.title union all select content -> 'title' from entry_versions
      where entry_id = entries.id and jsonb_typeof(content -> 'title') = 'object') told (title),
    jsonb_each_text(told.title) text where owner_id in ${own}`,
  );
  return { keys, pages, titles };
}

/** The texts that a statement selects as `value`, but for those of one letter: they are found everywhere. */
export async function readTexts(tx: Reader, statement: SQL): Promise<string[]> {
  const rows = await tx.execute<{ value: string | null }>(statement);
  return rows.flatMap(({ value }) => (value && value.trim().length > 1 ? [value] : []));
}

/** A member's name in the ways it is written, a row each. A first name alone is many people's. */
export const WRITTEN_NAMES = sql`unnest(array[given_name || ' ' || family_name,
  family_name || ' ' || given_name, family_name || given_name, name_zh])`;

const namesOf = (id: SQL) => sql`
  select email as value from accounts where id = ${id} and email not like ${LIKE_ERASED_ADDRESS}
  union select ${WRITTEN_NAMES} from members where account_id = ${id} and family_name <> ''
  union select email from account_links where account_id = ${id}
  union select unnest(array[email, phone, wechat]) from member_contacts
    where member_id in ${ownMembers(id)}`;

/** What they wrote as themselves. A moderator's words in decisions and to applicants are the club's, and no trace. */
const wordsOf = (id: SQL) => sql`
  select personal ->> 'words' as value from audit_details join audit_events on audit_events.id = event_id
    where actor_id = ${id} and personal ? 'words'
  union select words from interest_messages where author_id = ${id}
  union select words from interest_moves where moved_by = ${id} and words is not null
  union select unnest(array[cooperation, unclear, about]) from interests where member_id in ${ownMembers(id)}
  union select words from room_messages where author_id = ${id}
  union select words from room_updates where author_id = ${id}
  union select title from room_milestones where author_id = ${id}
  union select title from room_documents where id in (
    select document_id from room_document_versions where number = 1 and author_id = ${id})
  union select name from room_document_versions where author_id = ${id}
  union select words from entry_questions where member_id in ${ownMembers(id)}
  union select answer from entry_questions where answer is not null and entry_id in (
    select id from entries where owner_id in ${ownMembers(id)})
  union select words from experience_opinions where member_id in ${ownMembers(id)}
  union select words from translation_offers where member_id in ${ownMembers(id)}
  union select words from affiliation_requests where member_id in ${ownMembers(id)}
  union select text.value from entries, jsonb_each_text(title) text
    where owner_id in ${ownMembers(id)} and entries.id not in ${keptProjects(id)}
  union select text.value from activities, jsonb_each_text(title) text
    where member_id in ${ownMembers(id)}`;
