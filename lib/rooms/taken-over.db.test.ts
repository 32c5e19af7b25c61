import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { updateEntries } from "@/db/entry-rows";
import { makeInterest, makeMember, makeProject, makeRoom } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { entryAccesses } from "@/db/schema/entry-parts";
import { interests } from "@/db/schema/interests";
import { memberContacts, members } from "@/db/schema/members";
import { roomPeople } from "@/db/schema/rooms";
import { listAccesses } from "@/lib/entries/accesses.queries";
import { listExchanges } from "@/lib/exchanges/queries";
import { declineInterest, sendInterest } from "@/lib/interests/mutations";
import { getInterest } from "@/lib/interests/queries";
import { countReceived } from "@/lib/interests/waiting.queries";
import { getMemberContacts } from "@/lib/members/queries";
import { acceptedContact } from "@/lib/projects/sight.queries";
import { getLeftText } from "./left-text.queries";
import { acceptOffer, offerProject } from "./offers.mutations";

afterAll(closeDatabase);

type Member = Awaited<ReturnType<typeof makeMember>>;

/** What stands in a member's list of exchanges, current and ended. */
async function listed(member: Member) {
  const pages = [false, true].map((isEnded) => listExchanges(member, { isEnded, page: 1 }, "fr"));
  return (await Promise.all(pages)).flatMap(({ keys }) => keys);
}

let projectId: string;
let roomId: string;
let heir: Member;
let contact: Member;
let declined: Member;
let adviser: Member;
let own: string;
let foreign: string[];

async function makeReachable() {
  const member = await transaction((tx) => makeMember(tx));
  const { memberId } = member;
  const reach = { email: `canari-${memberId}@example.org` };
  await query((db) =>
    db.update(memberContacts).set(reach).where(eq(memberContacts.memberId, memberId)),
  );
  await query((db) =>
    db
      .update(members)
      .set({ visibility: { email: "contacts" } })
      .where(eq(members.id, memberId)),
  );
  return member;
}

/** A project of somebody who has accepted two and declined one, and then is erased; an adviser is in its room. */
beforeEach(async () => {
  [heir, contact, declined, adviser] = [
    await makeReachable(),
    await makeReachable(),
    await makeReachable(),
    await makeReachable(),
  ];
  await transaction(async (tx) => {
    const owner = await makeMember(tx);
    const levels = { textLevel: "contacts", ownerLevel: "contacts" } as const;
    const project = await makeProject(tx, owner.memberId, { moderation: "withdrawn", ...levels });
    projectId = project.id;
    ({ id: roomId } = await makeRoom(tx, projectId, []));
    const ids: string[] = [];
    for (const [one, state] of [
      [heir, "accepted"],
      [contact, "agreement"],
      [declined, "declined"],
    ] as const) {
      ids.push((await makeInterest(tx, projectId, one.memberId, { state })).id);
      const { accountId } = one;
      await tx.insert(entryAccesses).values({ entryId: projectId, accountId, part: "text" });
    }
    own = ids[0] ?? "";
    foreign = ids.slice(1);
    for (const [index, { memberId }] of [heir, contact, adviser].entries()) {
      const role = memberId === adviser.memberId ? "adviser" : "partner";
      const joinedAt = new Date(Date.now() + index * 1000);
      await tx.insert(roomPeople).values({ roomId, memberId, role, joinedAt });
    }
    const { accountId } = owner;
    const email = `erased-${accountId}@erased.invalid`;
    await tx.update(accounts).set({ email, status: "left" }).where(eq(accounts.id, accountId));
    await offerProject(tx, { roomId });
  });
});

const takeOver = () => transaction((tx) => acceptOffer(tx, heir, { roomId }));

test("an heir reads no interest that the owner before received, reaches nobody by it, and not who opened what", async () => {
  await takeOver();
  expect(await listed(heir)).toMatchObject([{ kind: "room", id: roomId }]);
  expect(await countReceived(heir, [projectId])).toEqual(new Map());
  for (const id of foreign) expect(await getInterest(heir, id)).toBeNull();
  expect(await listAccesses(heir, projectId)).toEqual([]);
  for (const one of [contact, declined]) {
    const page = await pageOf(heir, one);
    expect(page).not.toContain(`canari-${one.memberId}`);
    expect(await pageOf(one, heir)).not.toContain(`canari-${heir.memberId}`);
  }
  const moved = transaction((tx) =>
    declineInterest(tx, heir, {
      interestId: foreign[0] ?? "",
      version: 1,
      reasonCode: "other",
      words: "Non.",
    }),
  );
  await expect(moved).rejects.toMatchObject({ code: "notFound" });
});

test("an heir's own interest has them as its sender alone, the others' shows them a former member", async () => {
  await takeOver();
  expect(await listed(heir)).toMatchObject([{ kind: "room", id: roomId }]);
  const page = await getInterest(heir, own);
  expect(page).toMatchObject({ party: "sender", email: null });
  const theirs = JSON.stringify(await getInterest(contact, foreign[0] ?? ""));
  expect(theirs).toContain(foreign[0]);
  expect(theirs).not.toContain(await slugOf(heir));
  expect(theirs).not.toContain(`canari-${heir.memberId}`);
});

test("what is sent to an heir once the project is online again reaches them", async () => {
  await takeOver();
  for (const moderation of ["draft", "submitted", "published"] as const) {
    const values = { moderation, progress: "seeking-partners", publishedAt: new Date() } as const;
    await query((db) => updateEntries(db, "project", eq(entries.id, projectId), values));
  }
  const words = "Nous partagerions nos commandes. ".repeat(5);
  const { interestId } = await transaction((tx) =>
    sendInterest(tx, declined, {
      projectId,
      organisationId: null,
      locale: "fr",
      ...{ cooperation: words, unclear: words, about: words, isNamed: false },
    }),
  );
  expect(await listed(heir)).toMatchObject([{ kind: "interest", id: interestId }, { id: roomId }]);
  await query((db) =>
    db.update(interests).set({ state: "accepted" }).where(eq(interests.id, interestId)),
  );
  expect(JSON.stringify(await getInterest(heir, interestId))).toContain(
    `canari-${declined.memberId}`,
  );
});

const isAcceptedContactOf = async (viewer: Member | null, projectId: string) =>
  (await query((db) =>
    db.$count(entries, and(eq(entries.id, projectId), acceptedContact(viewer))),
  )) === 1;

test("whom the owner before accepted learns of the heir only what the room they share shows", async () => {
  await takeOver();
  expect(await isAcceptedContactOf(contact, projectId)).toBe(true);
  const { memberId } = contact;
  await query((db) =>
    db.update(roomPeople).set({ removedAt: sql`now()` }).where(eq(roomPeople.memberId, memberId)),
  );
  expect(await isAcceptedContactOf(contact, projectId)).toBe(false);
});

test("a text kept for accepted contacts is not opened to advisers by the owner's going", async () => {
  expect(await getLeftText(adviser, roomId)).toBeNull();
  expect(await getLeftText(contact, roomId)).not.toBeNull();
  await query((db) =>
    db.update(entries).set({ textLevel: "members" }).where(eq(entries.id, projectId)),
  );
  expect(await getLeftText(adviser, roomId)).not.toBeNull();
});

const pageOf = async (viewer: Member, one: Member) =>
  JSON.stringify(await getMemberContacts(viewer, one.memberId));

async function slugOf({ memberId }: Pick<Member, "memberId">): Promise<string> {
  const [row] = await query((db) =>
    db.select({ slug: members.slug }).from(members).where(eq(members.id, memberId)),
  );
  return row?.slug ?? "";
}
