import "server-only";
import {
  and,
  eq,
  exists,
  isNull,
  ne,
  notInArray,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import type { Database } from "@/db/client";
import { isShown } from "@/db/columns";
import { ENTRY_KINDS, type SubjectType } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { entries, entryRevisions } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { introductionAnswers, introductions } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { notices } from "@/db/schema/notices";
import { organisations } from "@/db/schema/organisations";
import { roomInvitations, roomPeople, rooms } from "@/db/schema/rooms";
import { isPresent, PRESENT } from "@/db/standing";
import { waitingRoomInvitations } from "@/db/waiting";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { isInSight as isEntryInSight, isOwnedBy } from "@/lib/entries/sight.queries";
import { isAskedAsHost, isCalledOffFor, isToldTo } from "@/lib/events/sight.queries";
import { isProfileShown } from "@/lib/members/sight.queries";
import { isInSight as isOrganisationInSight } from "@/lib/organisations/queries";
import { countUnread, isOfMessages } from "@/lib/rooms/unread.queries";
import { TOLD_TO_MANAGERS } from "./reasons-told";

/** What only ever concerns its reader alone: their account, and what they wrote themselves. */
const OWN: readonly SubjectType[] = [
  ...(["account", "session", "application", "activity"] as const),
  ...(["question", "update", "message", "opinion", "report"] as const),
];

const some = sql<number>`1`;

/** What of one's own was taken down or put back: of a profile that alone is told, and to whoever is suspended too. */
const isOnTakeDown = sql`${notices.kind} in ('takenDown', 'putBack')`;

/** How many messages of a room its notice tells of now, since one may have been taken down; null for any other, and once it is seen. */
export const unreadNow = sql<number | null>`case when ${isOfMessages} and ${notices.seenAt} is null
  then ${countUnread(notices.subjectId, notices.accountId)} end`;

const isAnyTakenDown = sql`exists (select from room_messages
  where room_id = ${notices.subjectId} and hidden_at is not null)`;

/**
 * Whether what a row of `notices` tells of may still be read by the viewer, whose it is: what was withdrawn, taken down or
 * closed to them since is told of no more. An account that is not active reads of itself and of what is its own.
 */
export function isStillTold(db: Database, viewer: Viewer): SQL {
  const { kind, subjectId, subjectType } = notices;
  const isActive = mayRead(viewer);
  const is = (...types: readonly SubjectType[]) =>
    sql`${subjectType} in ${types.map((type) => type)}`;
  const entry = (id: SQLWrapper, which: SQL | undefined) =>
    exists(
      db
        .select({ some })
        .from(entries)
        .leftJoin(members, eq(members.id, entries.ownerId))
        .leftJoin(accounts, eq(accounts.id, members.accountId))
        .where(and(sql`${entries.id} = ${id}`, which)),
    );
  const organisation = (which: SQL | undefined) =>
    exists(
      db
        .select({ some })
        .from(organisations)
        .where(and(eq(organisations.id, subjectId), which)),
    );
  const isOpen = isActive ? and(isEntryInSight(viewer), isToldTo(viewer)) : isOwnedBy(viewer);
  const isNotTakenDown = or(isShown(entries), isOwnedBy(viewer));
  const edit = db
    .select({ id: entryRevisions.entryId })
    .from(entryRevisions)
    .where(eq(entryRevisions.id, subjectId));
  return sql`(case
    when ${is(...OWN)} then true
    when ${is("member")} then ${isOnTakeDown}
    when ${is(...ENTRY_KINDS)} then ${entry(subjectId, isOpen)}
      or ${kind} = 'eventCancelled' and ${entry(subjectId, isCalledOffFor(viewer))}
      or ${kind} = 'eventHostAsked' and ${entry(subjectId, isAskedAsHost(viewer))}
    when ${is("revision")} then ${entry(sql`(${edit})`, isOwnedBy(viewer))}
      or ${kind} = 'translationPublished' and ${entry(sql`(${edit})`, isOpen)}
    when ${is("organisation")} and ${isOnTakeDown} then ${organisation(isManaged(viewer))}
    when not ${isActive}::boolean then false
    when ${is("interest")} then ${entry(sql`(${exchangeOf(db, viewer)})`, isNotTakenDown)}
    when ${is("introduction")} then ${exists(askingOf(db, viewer))}
    when ${unreadNow} = 0 and ${isAnyTakenDown} then false
    when ${is("room")} then ${entry(sql`(${roomOf(db, viewer)})`, isNotTakenDown)}
      or ${kind} = 'roomRemoved' and ${entry(sql`(${roomOf(db)})`, isOpen)}
    when ${is("organisation")} then ${organisation(
      and(isOrganisationInSight(viewer), or(notInArray(kind, TOLD_TO_MANAGERS), isManaged(viewer))),
    )}
    else false end)`;
}

/** Nobody reads what somebody has sent who was suspended or has left (`isReceivedBy`). */
const isSenderThere = sql`exists (select from members sender join accounts person on person.id = sender.account_id
  where sender.id = ${interests.memberId} and person.status ${PRESENT})`;

/**
 * The project of an interest that the viewer is a side of, as its page opens to them: whom it has reached, while whoever sent it is
 * there. Who accepted it, and how they are reached, until one has ended the contact.
 */
const exchangeOf = (db: Database, { memberId }: Viewer) =>
  db
    .select({ id: interests.projectId })
    .from(interests)
    .where(
      and(
        eq(interests.id, notices.subjectId),
        sql`(${interests.memberId} = ${memberId}::uuid
          or ${interests.receivedBy} = ${memberId}::uuid and not ${interests.isSilenced} and ${isSenderThere})`,
        or(ne(notices.kind, "interestAccepted"), isNull(interests.contactEndedOn)),
      ),
    );

/** Passed on where it goes through somebody, and waiting or answered; not of whom they have blocked. */
const isStillAsked = () => sql`(not exists (select from introduction_passings through
    where through.introduction_id = ${introductions.id} and through.answer is distinct from 'passed-on')
  and (${introductionAnswers.answer} <> 'blocked'
    or ${introductionAnswers.answer} is null and ${introductions.endsOn} > ${today()}))`;

/** To be passed on by the viewer, as long as it waits and whoever asks is there and shown. */
const isStillBetween = ({ memberId }: Viewer) => sql`(${introductions.endsOn} > ${today()}
  and exists (select from members asker join accounts person on person.id = asker.account_id
    where asker.id = ${introductions.askedBy} and asker.hidden_at is null and person.status ${PRESENT})
  and exists (select from introduction_passings through where through.introduction_id = ${introductions.id}
    and through.go_between = ${memberId}::uuid and through.answer is null))`;

/** An introduction of the viewer's with somebody whose profile is shown: an accepted one, and as long as it waits what they are asked. */
const askingOf = (db: Database, viewer: Viewer) =>
  db
    .select({ some })
    .from(introductions)
    .innerJoin(
      members,
      sql`${members.id} = case when ${introductions.asked} = ${viewer.memberId}::uuid
        then ${introductions.askedBy} else ${introductions.asked} end`,
    )
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(introductionAnswers, eq(introductionAnswers.introductionId, introductions.id))
    .where(
      and(
        eq(introductions.id, notices.subjectId),
        sql`case ${viewer.memberId}::uuid when ${introductions.askedBy} then ${isNull(introductions.contactEndedOn)}
          when ${introductions.asked} then ${isStillAsked()} else ${isStillBetween(viewer)} end`,
        isPresent(),
        isProfileShown(viewer),
      ),
    );

/** The project of a room; of one that the viewer is in or is invited to. */
function roomOf(db: Database, viewer?: Viewer) {
  const isTheirs =
    viewer &&
    sql`(exists (select from ${roomPeople} where ${roomPeople.roomId} = ${rooms.id}
      and ${roomPeople.memberId} = ${viewer.memberId}::uuid and ${roomPeople.removedAt} is null)
    or exists (select from ${roomInvitations} where ${roomInvitations.roomId} = ${rooms.id}
      and ${roomInvitations.id} in (${waitingRoomInvitations(sql`${viewer.memberId}::uuid`)})))`;
  return db
    .select({ id: rooms.projectId })
    .from(rooms)
    .where(and(eq(rooms.id, notices.subjectId), isTheirs));
}

/** Whoever no longer manages an organisation reads no more of its people. */
const isManaged = ({ memberId }: Viewer) => sql`exists (select from ${affiliations}
  where ${affiliations.organisationId} = ${organisations.id}
    and ${affiliations.memberId} = ${memberId}::uuid and ${affiliations.role} = 'manager')`;
