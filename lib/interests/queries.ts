import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import type { InterestState } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interestMessages, interestMoves, interests } from "@/db/schema/interests";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { StoredText } from "@/db/stored";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { openModeration, toldTitle } from "@/lib/entries/sight.queries";
import { partyOf } from "./policy";
import {
  contactColumns,
  isInOneRoom,
  isNamedToOther,
  isOtherOrganisation,
  isOtherSide,
  isOwn,
  otherColumns,
  profileColumns,
  type Reader,
} from "./sight.queries";

export type InterestPage = NonNullable<Awaited<ReturnType<typeof getInterest>>>;

/**
 * An interest with all that was said and done about it, for its two sides; null for anybody else. Who the other is, and
 * how to reach them, is null until it is accepted; `isNamed` is the viewer, where the other reads who they are before that.
 */
export async function getInterest(viewer: Viewer, interestId: string) {
  if (!isReadingMember(viewer) || !isRowId(interestId)) return null;
  const [row] = await query((db) =>
    db
      .select({
        id: interests.id,
        version: interests.version,
        state: interests.state,
        stateAt: interests.stateAt,
        createdAt: interests.createdAt,
        locale: interests.locale,
        cooperation: interests.cooperation,
        unclear: interests.unclear,
        about: interests.about,
        isNamed: isNamedToOther(viewer),
        senderMachineAt: interests.senderMachineAt,
        receiverMachineAt: interests.receiverMachineAt,
        contactEndedOn: interests.contactEndedOn,
        onBehalf: onBehalf(viewer),
        senderId: interests.memberId,
        ownerId: interests.receivedBy,
        moderation: openModeration,
        projectSlug: entries.slug,
        title: toldTitle(viewer.memberId),
        originalLocale: entries.originalLocale,
        otherStatus: accounts.status,
        ...otherColumns(viewer),
        ...profileColumns(viewer),
        ...contactColumns(viewer),
        isInOneRoom,
      })
      .from(interests)
      .innerJoin(entries, eq(entries.id, interests.projectId))
      .innerJoin(members, isOtherSide(viewer))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
      .leftJoin(organisations, isOtherOrganisation(viewer))
      .where(and(eq(interests.id, interestId), isOwn(viewer))),
  );
  const party = row && partyOf(viewer, row);
  if (!row || !party) return null;
  const [messages, moves] = await Promise.all([
    listMessages(viewer, interestId),
    listMoves(viewer, interestId),
  ]);
  const senderStatus = party === "sender" ? viewer.status : row.otherStatus;
  return { ...row, senderStatus, party, messages, moves };
}

/** For the sender: the organisation they spoke for. */
function onBehalf({ memberId }: Reader) {
  return sql<StoredText | null>`case when ${eq(interests.memberId, memberId)} then (
    select spoken.name from organisations spoken where spoken.id = ${interests.organisationId} and spoken.hidden_at is null) end`.mapWith(
    organisations.name,
  );
}

const isRowId = (value: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);

function listMessages({ accountId }: Reader, interestId: string) {
  return query((db) =>
    db
      .select({
        id: interestMessages.id,
        kind: interestMessages.kind,
        words: interestMessages.words,
        createdAt: interestMessages.createdAt,
        isMine: sql<boolean>`${interestMessages.authorId} = ${accountId}`,
      })
      .from(interestMessages)
      .where(eq(interestMessages.interestId, interestId))
      .orderBy(asc(interestMessages.createdAt), asc(interestMessages.id)),
  );
}

/** `isMine` is null for what the portal did by itself. */
function listMoves({ accountId }: Reader, interestId: string) {
  return query((db) =>
    db
      .select({
        id: interestMoves.id,
        state: sql<InterestState>`${interestMoves.state}`,
        reasonCode: interestMoves.reasonCode,
        words: interestMoves.words,
        movedAt: interestMoves.movedAt,
        isMine: sql<boolean | null>`${interestMoves.movedBy} = ${accountId}`,
      })
      .from(interestMoves)
      .where(eq(interestMoves.interestId, interestId))
      .orderBy(asc(interestMoves.movedAt), asc(interestMoves.id)),
  );
}
