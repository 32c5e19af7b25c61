import "server-only";
import { and, count, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import {
  interestMessages,
  interestMoves,
  interests,
  interestTranslations,
} from "@/db/schema/interests";
import { PRESENT } from "@/db/standing";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { MachineWords } from "@/lib/core/i18n/machine-view";
import { isLost, machineState } from "@/lib/core/i18n/machine-words";
import { seemsForeign } from "@/lib/core/text/foreign-words";
import { MOST_ORDERED } from "./interest-limits";
import type { InterestPage } from "./queries";

/** One thing that was written in an interest: an answer by its question, a message or the words of a move by its key. */
export type Piece = { piece: string; words: string };

const ANSWERS = ["cooperation", "unclear", "about"] as const;

type Said = { id: string; words: string | null; isMine: boolean | null };

type Written = Pick<
  InterestPage,
  "party" | "locale" | "originalLocale" | (typeof ANSWERS)[number]
> & {
  messages: readonly (Said & { createdAt: Date })[];
  moves: readonly (Said & { movedAt: Date })[];
};

/** What the other of the two wrote that seems to be in another language than the reader's, the first written first. */
export function foreignPieces(interest: Written, locale: Locale): Piece[] {
  const { party, messages, moves } = interest;
  const answers = ANSWERS.map((piece) => ({ piece, words: interest[piece] }));
  const said = [
    ...messages.map((one) => ({ ...one, at: one.createdAt })),
    ...moves.map((one) => ({ ...one, at: one.movedAt })),
  ]
    .filter(({ isMine }) => isMine === false)
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ id, words }) => ({ piece: id, words: words ?? "" }));
  // An owner writes as their project does.
  const writtenIn = party === "owner" ? interest.locale : interest.originalLocale;
  return [...(party === "owner" ? answers : []), ...said].filter(
    ({ words }) => words !== "" && seemsForeign(words, writtenIn, locale),
  );
}

/** The same of an interest that is locked. */
export async function readForeignPieces(
  tx: Transaction,
  { accountId }: Viewer,
  { id, party, originalLocale }: Pick<InterestPage, "id" | "party" | "originalLocale">,
  locale: Locale,
): Promise<Piece[]> {
  const of = <Table extends typeof interestMessages | typeof interestMoves>(table: Table) =>
    eq(table.interestId, id);
  const [answers] = await tx
    .select({
      locale: interests.locale,
      cooperation: interests.cooperation,
      unclear: interests.unclear,
      about: interests.about,
    })
    .from(interests)
    .where(eq(interests.id, id));
  const messages = await tx
    .select({
      id: interestMessages.id,
      words: interestMessages.words,
      isMine: sql<boolean>`${interestMessages.authorId} = ${accountId}`,
      createdAt: interestMessages.createdAt,
    })
    .from(interestMessages)
    .where(of(interestMessages));
  const moves = await tx
    .select({
      id: interestMoves.id,
      words: interestMoves.words,
      isMine: sql<boolean | null>`${interestMoves.movedBy} = ${accountId}`,
      movedAt: interestMoves.movedAt,
    })
    .from(interestMoves)
    .where(of(interestMoves));
  if (!answers) return [];
  return foreignPieces({ ...answers, party, originalLocale, messages, moves }, locale);
}

/**
 * The interests in which the viewer, as the owner, says yes to a machine and which they come upon no more: of somebody whom they
 * have blocked since, or who is gone.
 */
export const isHiddenYes = ({ memberId }: Viewer) =>
  and(
    sql`${interests.receivedBy} = ${memberId}::uuid`,
    isNotNull(interests.receiverMachineAt),
    sql`(${interests.isSilenced} or not exists (select from members sender
      join accounts person on person.id = sender.account_id
      where sender.id = ${interests.memberId} and person.status ${PRESENT}))`,
  );

/** How many of these there are. */
export async function countHiddenYes(viewer: Viewer, read: Read = query): Promise<number> {
  const [row] = await read((db) =>
    db.select({ yes: count() }).from(interests).where(isHiddenYes(viewer)),
  );
  return row?.yes ?? 0;
}

/** Of some pieces, what an order asks for that was not asked for or failed: the last written, `MOST_ORDERED` at once. */
export async function readUnordered(
  tx: Transaction,
  pieces: readonly Piece[],
  { interestId, locale }: { interestId: string; locale: Locale },
): Promise<Piece[]> {
  const rows = await tx
    .select({ piece: interestTranslations.piece })
    .from(interestTranslations)
    .where(
      and(
        eq(interestTranslations.interestId, interestId),
        eq(interestTranslations.locale, locale),
        sql`not (${isLost(interestTranslations)})`,
      ),
    );
  const ordered = new Set(rows.map(({ piece }) => piece));
  return pieces.filter(({ piece }) => !ordered.has(piece)).slice(-MOST_ORDERED);
}

/** What a machine was asked for in an interest, for readers of a language, by piece. For whoever may read the interest. */
export async function readTranslations(
  interestId: string,
  locale: Locale,
): Promise<Map<string, MachineWords>> {
  const { piece, words, madeBy } = interestTranslations;
  const rows = await query((db) =>
    db
      .select({ piece, words, madeBy, state: machineState(interestTranslations) })
      .from(interestTranslations)
      .where(
        and(
          eq(interestTranslations.interestId, interestId),
          eq(interestTranslations.locale, locale),
        ),
      ),
  );
  return new Map(rows.map(({ piece: key, ...made }) => [key, made]));
}

const keyed = (db: Database, table: typeof interestMessages | typeof interestMoves): SQL =>
  sql`${db
    .select({ words: table.words })
    .from(table as typeof interestMessages)
    .where(
      and(
        eq(table.interestId, interests.id),
        sql`${table.id}::text = ${interestTranslations.piece}`,
      ),
    )}`;

type Order = { interestId: string; piece: string; locale: Locale };

/** The words that are to be sent, as long as both say yes and the translation is waited for; null otherwise. */
export async function readInterestOrder(order: Order): Promise<string | null> {
  const { interestId, piece, locale } = interestTranslations;
  const [row] = await query((db) =>
    db
      .select({
        words: sql<string | null>`case ${piece} when 'cooperation' then ${interests.cooperation}
          when 'unclear' then ${interests.unclear} when 'about' then ${interests.about}
          else coalesce((${keyed(db, interestMessages)}), (${keyed(db, interestMoves)})) end`,
      })
      .from(interestTranslations)
      .innerJoin(interests, eq(interests.id, interestId))
      .where(
        and(
          eq(interestId, order.interestId),
          eq(piece, order.piece),
          eq(locale, order.locale),
          isNull(interestTranslations.words),
          isNotNull(interests.senderMachineAt),
          isNotNull(interests.receiverMachineAt),
        ),
      ),
  );
  return row?.words || null;
}
