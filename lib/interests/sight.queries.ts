import "server-only";
import { and, eq, inArray, not, notInArray, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { isShown, onlyIf } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { isPresent } from "@/db/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { openModeration } from "@/lib/entries/sight.queries";
import { standsInDirectory } from "@/lib/members/listed.queries";
import { sightOf } from "@/lib/members/policy";
import {
  isReachable,
  isSeen,
  portraitColumn,
  seen,
  seenOrganisation,
} from "@/lib/members/sight.queries";
import { personColumns } from "@/lib/members/told-person.queries";
import { OPEN_STATES, PARTNER_STATES, REVEALED_STATES } from "./policy";

/** A viewer who has a profile: one of the two sides of an interest, or neither. */
export type Reader = Viewer & { memberId: string };

/** Join `members` by this: whoever stands on the other side of the row's interest. */
export const isOtherSide = ({ memberId }: Reader): SQL => sql`${members.id} = case
  when ${interests.memberId} = ${memberId} then ${interests.receivedBy} else ${interests.memberId} end`;

/** Join `organisations` by this: the one they speak for, as an owner their main one. */
export const isOtherOrganisation = ({ memberId }: Reader): SQL => sql`${organisations.id} = case
  when ${interests.memberId} = ${memberId} then (
    select a.organisation_id from affiliations a where a.member_id = ${interests.receivedBy} and a.is_main)
  else ${interests.organisationId} end`;

const isSentBy = ({ memberId }: Reader): SQL => eq(interests.memberId, memberId);

/** The owner does not read what somebody wrote who is not there any more, or whom they have blocked. */
export const isReceivedBy = ({ memberId }: Reader): SQL | undefined =>
  and(eq(interests.receivedBy, memberId), eq(interests.isSilenced, false), isPresent());

/** The interests of a viewer, on either side. Needs the joins above and `accounts` of the other side. */
export const isOwn = (reader: Reader): SQL | undefined =>
  or(isSentBy(reader), isReceivedBy(reader));

/** Whether the viewer may know who the other is. */
const isRevealed = and(
  inArray(interests.state, [...REVEALED_STATES]),
  isPresent(),
  isShown(members),
) as SQL;

/**
 * The owner also reads who a sender is that shows it, as long as they wait for an answer; the sender, who an owner is
 * that shows themselves to all members.
 */
function isNamed(reader: Reader): SQL {
  const { memberId } = reader;
  const isThere = and(isPresent(), isShown(members));
  const isShownSender = and(
    interests.isNamed,
    eq(interests.receivedBy, memberId),
    inArray(interests.state, [...OPEN_STATES]),
    isThere,
  );
  const isShownOwner = and(
    eq(interests.memberId, memberId),
    eq(entries.ownerLevel, "members"),
    eq(openModeration, "published"),
    isReachable(reader),
    isThere,
  );
  return sql`(${isRevealed} or (${isShownSender}) or (${isShownOwner}))`;
}

/** Keys of the interests that somebody sent to the viewer whom they may not know, or not yet. */
export const sentByUnknown = (db: Database, { memberId }: Viewer) =>
  db
    .select({ id: interests.id })
    .from(interests)
    .where(
      and(
        sql`${interests.receivedBy} = ${memberId}::uuid`,
        notInArray(interests.state, [...REVEALED_STATES]),
        or(not(interests.isNamed), notInArray(interests.state, [...OPEN_STATES])),
      ),
    );

/**
 * Whether the other side reads before acceptance who the viewer is: a sender who shows it, an owner who shows themselves to all
 * members.
 */
export const isNamedToOther = (
  reader: Reader,
) => sql<boolean>`case when ${isSentBy(reader)} then ${interests.isNamed}
  else ${eq(entries.ownerLevel, "members")} and ${eq(openModeration, "published")} and exists (
    select 1 from ${members} join ${accounts} on ${accounts.id} = ${members.accountId}
    where ${members.id} = ${reader.memberId} and ${standsInDirectory}) end`;

/** Who the other is: before acceptance, to the owner, what is shown of the sender's sectors; nothing else is even read. */
export function otherColumns(reader: Reader) {
  const { memberSlug: slug, ...names } = personColumns(sightOf(reader), isNamed(reader));
  return {
    shownSectors: onlyIf(eq(interests.receivedBy, reader.memberId), interests.shownSectors),
    slug,
    ...names,
    portrait: onlyIf(isNamed(reader), members.portraitId, portraitColumn(reader)),
  };
}

/** For whoever may know them: trades and languages, for the owner, as the sender shows them, and what opens with acceptance. */
export function profileColumns(reader: Reader) {
  const sight = sightOf(reader);
  const isKnown = isNamed(reader);
  return {
    sectors: whenSender(reader, members.sectors, seen(sight, "sectors", members.sectors)),
    languages: whenSender(reader, members.languages, seen(sight, "languages", members.languages)),
    jobTitle: onlyIf(isKnown, members.jobTitle, seen(sight, "jobTitle", members.jobTitle)),
    organisationName: onlyIf(
      isKnown,
      organisations.name,
      seenOrganisation(sight, organisations.name),
    ),
    organisationSlug: sql<string | null>`case when ${isKnown} and ${isSeen(sight, "organisation")}
      then ${seenOrganisation(sight, organisations.slug)} end`,
    writtenIn: whenSender(reader, members.originalLocale),
    hasPage: sql<boolean>`(${isKnown} and ${isReachable(reader) ?? sql`true`})`,
  };
}

/** What the owner asked last, while it waits for an answer; null else. */
export const openQuestion = sql<
  string | null
>`case when ${eq(interests.state, "more-info-asked")} then (
  select asked.words from interest_messages asked
  where asked.interest_id = ${interests.id} and asked.kind = 'question'
  order by asked.created_at desc, asked.id desc limit 1) end`;

/** A contact of the other's, as far as they share it with accepted contacts; null before. */
function contactColumn<Column extends PgColumn>(
  reader: Reader,
  field: "email" | "phone" | "wechat",
  column: Column,
) {
  return onlyIf(isRevealed, column, seen(sightOf(reader), field, column));
}

/** How the other is reached, as far as they share it with accepted contacts. Join memberContacts. */
export const contactColumns = (reader: Reader) => ({
  email: contactColumn(reader, "email", memberContacts.email),
  phone: contactColumn(reader, "phone", memberContacts.phone),
  wechat: contactColumn(reader, "wechat", memberContacts.wechat),
});

/** Whether both write in the project's room: what they have to say each other stands there. */
export const isInOneRoom = sql<boolean>`(${inArray(interests.state, [...PARTNER_STATES])} and exists (
  select from rooms room
  join room_people sender on sender.room_id = room.id and sender.member_id = ${interests.memberId}
  join room_people owner on owner.room_id = room.id and owner.member_id = ${interests.receivedBy}
  where room.project_id = ${interests.projectId} and room.closed_at is null and sender.removed_at is null
    and owner.removed_at is null and 'observer' not in (sender.role, owner.role)))`;

/** The owner's view of a sender they may know; before acceptance the sender has none of the owner. */
function whenSender<Column extends PgColumn>(
  reader: Reader,
  column: Column,
  shown: SQLWrapper = column,
) {
  const isOpen = and(isNamed(reader), or(eq(interests.receivedBy, reader.memberId), isRevealed));
  return onlyIf(isOpen, column, shown);
}
