import { type SQL, sql } from "drizzle-orm";
import { ACTING } from "@/db/standing";
import { columnNames, type Description, type Field, ownFields } from "@/lib/entries/description";
import { EXPERIENCE } from "@/lib/experiences/experience";
import { PROJECT } from "@/lib/projects/project";
import { ownEntries, ownMembers, ownSubjects } from "./rows.personal-data";

/**
 * What an erasure leaves because others hang on it: their rows survive, the person's words in them do not, and the
 * person stays in them as a former member, a row without a name. One row a person, not one for all: two erased
 * members in one room, or with interests in one project, would break its unique indexes.
 */

/** Their projects whose room has somebody else in it: its people keep the text they had. */
export const keptProjects = (id: SQL) => sql`(select kept.id from entries kept
  where kept.owner_id in ${ownMembers(id)} and exists (
    select from rooms join room_people on room_people.room_id = rooms.id
    where rooms.project_id = kept.id and room_people.removed_at is null
      and room_people.member_id not in ${ownMembers(id)}))`;

const byOthers = (key: string, id: SQL, column = "member_id", own = ownMembers(id)) => {
  const [table = "", hangsBy = ""] = key.split(".");
  return sql`exists (select from ${sql.identifier(table)} other
    where other.${sql.identifier(hangsBy)} = shared.id and other.${sql.identifier(column)} not in ${own})`;
};

/** Their entries with a row of anybody else's; a room stands for those in it, past ones included. */
export const sharedEntries = (id: SQL) => sql`(select shared.id from entries shared
  where shared.owner_id in ${ownMembers(id)} and (${sql.join(
    [
      byOthers("interests.project_id", id),
      byOthers("entry_questions.entry_id", id),
      byOthers("experience_opinions.entry_id", id),
      byOthers("match_dismissals.project_id", id),
      byOthers("entry_accesses.entry_id", id, "account_id", sql`(${id})`),
      sql`exists (select from rooms where rooms.project_id = shared.id)`,
    ],
    sql` or `,
  )}))`;

/** Their interests with a message or a move of anybody else's. */
export const sharedInterests = (id: SQL) => sql`(select shared.id from interests shared
  where shared.member_id in ${ownMembers(id)} and (
    exists (select from interest_messages where interest_id = shared.id and author_id <> ${id})
    or exists (select from interest_moves where interest_id = shared.id and moved_by <> ${id})))`;

/**
 * Holds what an erasure looks at until it ends: a row that somebody adds meanwhile is either there when the erasure looks,
 * or waits for it. Whoever accepts an interest holds the project, it and the room in this order and the person's key last,
 * so the erasure does too;
 * then nothing new can be begun, and what was begun in between is held by asking once more.
 */
export function lockStatements(accountId: string): SQL[] {
  const id = sql`${accountId}::uuid`;
  const own = ownMembers(id);
  const entries = sql`(select id from entries where owner_id in ${own})`;
  const written = [
    sql`select from entries where owner_id in ${own} order by id for update`,
    sql`select from interests where member_id in ${own} or project_id in ${entries}
      order by id for update`,
    sql`select from rooms where project_id in ${entries} or id in (
      select room_id from room_people where member_id in ${own}) order by id for update`,
    sql`select from entry_questions where member_id in ${own} or entry_id in ${entries}
      order by id for update`,
    sql`select from organisations where id in (
      select organisation_id from affiliations where member_id in ${own}) order by id for update`,
  ];
  return [
    ...written,
    sql`select from accounts where id = ${id} for update`,
    sql`select from members where account_id = ${id} for update`,
    ...written,
  ];
}

/** Members without anything left that hangs on them. */
export const isUnreferenced = sql`not exists (
  select from entries where owner_id = members.id or handed_in_by = members.id)
  and not exists (select from interests where members.id in (member_id, received_by))
  and not exists (select from entry_questions where member_id = members.id)
  and not exists (select from room_invitations where invited_by = members.id)`;

const emptied = (columns: readonly string[], value: SQL) =>
  columns.map((column) => sql`${sql.identifier(column)} = ${value}`);

const set = (...values: SQL[][]) => sql.join(values.flat(), sql`, `);

/** What was written and chosen in an entry's own table, emptied; `telling` leaves out what tells nobody. */
function emptiedContent(fields: Description, telling: (name: string) => boolean = () => true): SQL {
  const columns = (kind: Field["kind"]) =>
    columnNames(ownFields(fields).filter((name) => fields[name]?.kind === kind && telling(name)));
  return set(
    emptied(columns("text"), sql`'{}'::jsonb`),
    emptied([...columns("choice"), ...columns("year")], sql`null`),
    emptied(columns("choices"), sql`'{}'`),
  );
}

/** Takes the person's words out of the rows that stay; runs before whole rows go. */
export function blankingStatements(accountId: string): SQL[] {
  const id = sql`${accountId}::uuid`;
  const own = ownMembers(id);
  const empty = sql`'{}'::jsonb`;
  const none = sql`null`;
  return [
    sql`update room_messages set mentions = array_remove(mentions, gone.id)
      from (select id from members where account_id = ${id}) gone where gone.id = any(mentions)`,
    // In one order, as the worker holds them.
    sql`update match_notes set found = array(select one from unnest(found) with ordinality was (one, place)
        where one not in ${own} and one not in ${ownEntries(id)} order by place)
      where id in (select id from match_notes where found && array(select id from ${own} one union select id from ${ownEntries(id)} two)
        order by id for no key update)`,
    // Another manager vouches for whom they invited: a link opens only while its sender is one.
    sql`update organisation_invitations set invited_by = vouching.member_id from (
      select distinct on (organisation_id) organisation_id, member_id from affiliations
        join members on members.id = member_id join accounts on accounts.id = account_id
        where affiliations.role = 'manager' and accounts.status ${ACTING} and member_id not in ${own}
        order by organisation_id, member_id) vouching
      where vouching.organisation_id = organisation_invitations.organisation_id and invited_by in ${own}`,
    // What was said of their things, and answered: there is nothing left to decide on.
    sql`with gone as (delete from reports where ${ownSubjects(id)} returning case_id)
      update decisions set words = null
      where subject_type = 'report' and words is not null and subject_id in (select case_id from gone)`,
    // Over by now, so that the next is asked.
    sql`update rooms set offered_to = null, offered_until = now() where offered_to in ${own}`,
    sql`update entry_questions set answer = null, answer_locale = null, answered_at = null
      where entry_id in (select id from entries where owner_id in ${own})`,
    sql`update entry_questions set words = '' where member_id in ${own}`,
    sql`update project_outcomes set words = null where project_id in ${keptProjects(id)}`,
    sql`update outcome_follow_ups set words = null where outcome_id in (
      select id from project_outcomes where project_id in ${keptProjects(id)})`,
    sql`insert into interest_moves (interest_id, state) select id, 'withdrawn' from interests
      where state in ('sent', 'under-review', 'more-info-asked') and id in ${sharedInterests(id)}`,
    sql`update interests set ${set(
      emptied(["cooperation", "unclear", "about"], sql`''`),
      [sql`organisation_id = null, is_named = false, shown_sectors = '{}', version = version + 1`],
      [
        sql`state = case when state in ('sent', 'under-review', 'more-info-asked')
          then 'withdrawn' else state end`,
      ],
    )} where id in ${sharedInterests(id)}`,
    sql`update entries set moderation = 'withdrawn'
      where moderation in ('draft', 'submitted', 'changes-requested', 'published')
        and id in ${sharedEntries(id)}`,
    sql`update entries set version = version + 1, last_read = null where id in ${sharedEntries(id)}`,
    sql`update projects set accepting_interests = false where id in ${sharedEntries(id)}`,
    sql`update entries set ${set(
      emptied(["title", "teaser", "stale", "provenance"], empty),
      emptied(["search_public", "search_members"], sql`''`),
      emptied(["sectors", "cities", "shown_sectors", "shown_places"], sql`'{}'`),
      [sql`slug = kind || '-' || id`],
    )} where id in ${sharedEntries(id)} and id not in ${keptProjects(id)}`,
    // The kind of project alone tells nobody.
    sql`update projects set ${emptiedContent(PROJECT, (name) => name !== "profileType")}
      where id in ${sharedEntries(id)} and id not in ${keptProjects(id)}`,
    sql`update experiences set project_id = null, activity_id = null, organisation_id = null, is_teased = false,
      ${emptiedContent(EXPERIENCE)} where id in ${sharedEntries(id)}`,
    sql`update members set ${set(
      [
        sql`slug = 'former-' || id, name_order = 'given-first', original_locale = 'fr', category = 'active', visibility = '{}'::jsonb, confirmed_on = current_date`,
      ],
      emptied(["family_name", "given_name", "sort_latin", "sort_pinyin"], sql`''`),
      emptied(["search_names", "search_members", "search_team"], sql`''`),
      emptied(["job_title", "bio", "offers", "needs", "stale"], empty),
      emptied(["languages", "sectors", "cities"], sql`'{}'`),
      emptied(["name_zh", "name_kept_at", "club_function", "joined_on", "asked_at"], none),
      emptied(["portrait_id", "portrait_medium_id", "portrait_small_id"], none),
    )} where account_id = ${id}`,
  ];
}

/** What is left empty by the rows that went. */
export const tidyingStatements = (): SQL[] => [
  sql`delete from room_documents where title = '' and removed_at is null
    and not exists (select from room_document_versions where document_id = room_documents.id)`,
];
