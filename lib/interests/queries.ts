import "server-only";
import { createHash } from "node:crypto";
import { and, asc, count, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import type { InterestState } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interestMessages, interestMoves, interests } from "@/db/schema/interests";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { StoredText } from "@/db/stored";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { openModeration, toldTitle } from "@/lib/entries/sight.queries";
import {
  GROUP_STATES,
  GROUPS,
  INTERESTS_PER_PAGE,
  type InterestFilters,
  type InterestGroup,
  type InterestSide,
} from "./interest-groups";
import { awaitedParty, OPEN_STATES, type Party, partyOf } from "./policy";
import {
  contactColumn,
  isOtherOrganisation,
  isOtherSide,
  isOwn,
  isReceivedBy,
  isSentBy,
  openQuestion,
  otherColumns,
  profileColumns,
  type Reader,
} from "./sight.queries";

export type InterestCounts = Record<InterestSide, Record<InterestGroup | "all", number>>;

export type InterestRow = Awaited<ReturnType<typeof selectRows>>[number];

/** How many interests a member has on each side; `mark` is another one as soon as the inbox would show something else. */
export type InboxNow = { counts: InterestCounts; mark: string };

export type InterestList = InboxNow & { rows: InterestRow[]; page: number; pageCount: number };

/**
 * One page of what the viewer has received or sent, 24 at most, what waits for the viewer first, then what moved last,
 * with how many each group of each side holds. Before acceptance the other side has no name in it.
 */
export async function listInterests(
  viewer: Viewer,
  { side, group, page: wanted }: InterestFilters,
  known?: InboxNow,
): Promise<InterestList> {
  const now = known ?? (await countInterests(viewer));
  const total = now.counts[side][group ?? "all"];
  const pageCount = Math.max(1, Math.ceil(total / INTERESTS_PER_PAGE));
  const page = Math.min(wanted, pageCount);
  if (!isReadingMember(viewer)) return { ...now, rows: [], page, pageCount };
  const isHere = side === "received" ? isReceivedBy(viewer) : isSentBy(viewer);
  const isInGroup = group ? inArray(interests.state, [...GROUP_STATES[group]]) : undefined;
  const rows = await query((db) => selectRows(db, viewer, and(isHere, isInGroup), page));
  return { ...now, rows, page, pageCount };
}

const noCounts = () => ({ all: 0, new: 0, "in-talks": 0, accepted: 0, ended: 0 });

/** What the viewer's inbox holds now. */
export async function countInterests(viewer: Viewer): Promise<InboxNow> {
  const counts = { received: noCounts(), sent: noCounts() };
  if (!isReadingMember(viewer)) return { counts, mark: "" };
  const { id, receivedBy, state, version } = interests;
  const isSent = sql<boolean>`${isSentBy(viewer)}`;
  const { familyName } = otherColumns(viewer);
  const shown = sql`concat_ws('.', ${id}, ${version}, ${entries.version}, ${familyName} is null)`;
  const rows = await query((db) =>
    db
      .select({
        isSent,
        state,
        total: count(),
        mark: sql<string>`bit_xor(hashtextextended(${shown}, 0))::text`,
      })
      .from(interests)
      .innerJoin(entries, eq(entries.id, interests.projectId))
      .innerJoin(members, isOtherSide(viewer))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(or(isSent, eq(receivedBy, viewer.memberId)), isOwn(viewer)))
      .groupBy(sql`1`, sql`2`)
      .orderBy(sql`1`, sql`2`),
  );
  for (const row of rows) {
    const side = counts[row.isSent ? "sent" : "received"];
    side.all += row.total;
    for (const group of GROUPS) {
      if (GROUP_STATES[group].includes(row.state)) side[group] += row.total;
    }
  }
  const mark = createHash("sha256").update(JSON.stringify([today(), rows]));
  return { counts, mark: mark.digest("base64url").slice(0, 22) };
}

/** Whether it is the reader's turn. */
function isAwaited({ memberId }: Reader): SQL {
  const statesOf = (party: Party) => OPEN_STATES.filter((state) => awaitedParty(state) === party);
  return sql`(case when ${eq(interests.memberId, memberId)}
    then ${inArray(interests.state, statesOf("sender"))}
    else ${inArray(interests.state, statesOf("owner"))} end)`;
}

function selectRows(db: Database, reader: Reader, where: SQL | undefined, page: number) {
  return db
    .select({
      id: interests.id,
      state: interests.state,
      stateAt: interests.stateAt,
      createdAt: interests.createdAt,
      question: openQuestion,
      title: toldTitle(reader.memberId),
      originalLocale: entries.originalLocale,
      ...otherColumns(reader),
    })
    .from(interests)
    .innerJoin(entries, eq(entries.id, interests.projectId))
    .innerJoin(members, isOtherSide(reader))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(where)
    .orderBy(desc(isAwaited(reader)), desc(interests.stateAt), asc(interests.id))
    .limit(INTERESTS_PER_PAGE)
    .offset((page - 1) * INTERESTS_PER_PAGE);
}

export type InterestPage = NonNullable<Awaited<ReturnType<typeof getInterest>>>;

/**
 * An interest with all that was said and done about it, for its two sides; null for anybody else. Who the other is, and
 * how to reach them, is null until it is accepted.
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
        isNamed: interests.isNamed,
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
        email: contactColumn(viewer, "email", memberContacts.email),
        phone: contactColumn(viewer, "phone", memberContacts.phone),
        wechat: contactColumn(viewer, "wechat", memberContacts.wechat),
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
