import { eq, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { ENTRY_KINDS, type EntryKind } from "@/db/enums";
import {
  makeActivity,
  makeApplication,
  makeInterest,
  makeMember,
  makeOrganisation,
  makeRoom,
} from "@/db/factories";
import { makeIntroduction } from "@/db/introduction-factory";
import { entries, entryRevisions } from "@/db/schema/entries";
import { notices } from "@/db/schema/notices";
import { roomInvitations } from "@/db/schema/rooms";
import { record } from "@/lib/core/events/record";
import { KINDS } from "../every-kind/kinds";
import type { Told } from "./told-of-people";
import type { PEOPLE, ToldWorld } from "./told-world";

type Member = Awaited<ReturnType<typeof makeMember>>;
export type MadeWorld = ToldWorld & Record<(typeof PEOPLE)[number], Member>;

/** The world of what is told, in a database: an entry of each kind online, an exchange on the project with its room, an organisation. */
export const makeWorld = (word: string): Promise<MadeWorld> =>
  transaction(async (tx) => {
    const title = { fr: word };
    const [owner, partner, colleague, guest, manager, person] = [
      await makeMember(tx),
      await makeMember(tx),
      await makeMember(tx),
      await makeMember(tx),
      await makeMember(tx),
      await makeMember(tx),
    ];
    const made: Partial<Record<EntryKind, { id: string; slug: string }>> = {};
    for (const kind of ENTRY_KINDS) made[kind] = await putOnline(tx, kind, owner, title);
    const online = made as ToldWorld["entries"];
    const projectId = online.project.id;
    const [revision] = await tx
      .insert(entryRevisions)
      .values({ entryId: projectId, state: "published", content: {} })
      .returning({ id: entryRevisions.id });
    const organisation = await makeOrganisation(tx, { name: title }, [manager]);
    const interest = await makeInterest(tx, projectId, partner.memberId, { state: "accepted" });
    const introduction = {
      id: await makeIntroduction(tx, partner.memberId, owner.memberId, "accepted"),
    };
    const inRoom = [owner.memberId, partner.memberId, colleague.memberId];
    const room = await makeRoom(tx, projectId, inRoom);
    const asked = { roomId: room.id, memberId: guest.memberId, role: "adviser" } as const;
    await tx.insert(roomInvitations).values({ ...asked, invitedBy: owner.memberId });
    const own = {
      application: await makeApplication(tx),
      activity: await makeActivity(tx, owner.memberId),
    };
    if (!revision) throw new Error("no edit was made");
    const people = { owner, partner, colleague, guest, manager, person };
    const shared = { interest, introduction, room };
    return { ...people, ...own, ...shared, entries: online, revision, organisation, title };
  });

async function putOnline(
  tx: Transaction,
  kind: EntryKind,
  keeper: Member,
  title: { fr: string },
): Promise<{ id: string; slug: string }> {
  const { id } = await KINDS[kind].make(tx, keeper, { title });
  const handedIn = { moderation: "submitted", submittedAt: sql`now()` } as const;
  await tx.update(entries).set(handedIn).where(eq(entries.id, id));
  const [made] = await tx
    .update(entries)
    .set({ moderation: "published", publishedAt: sql`now()` })
    .where(eq(entries.id, id))
    .returning({ id: entries.id, slug: entries.slug });
  if (!made) throw new Error(`no ${kind} was made`);
  return made;
}

/** Records one event as it is told, and gives what was noted by it, of all accounts. */
export const recordTold = (name: string, { subject: [subjectType, subjectId], tell }: Told) =>
  transaction(async (tx) => {
    await record(tx, null, { name, subjectType, subjectId }, { tell });
    return tx
      .select({ id: notices.id, accountId: notices.accountId, kind: notices.kind })
      .from(notices)
      .where(sql`${notices}.xmin = pg_current_xact_id()::xid`);
  });
