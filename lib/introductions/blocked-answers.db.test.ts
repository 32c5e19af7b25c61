import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { codeOf, mailsTo, toldTo } from "@/db/read-back";
import { consents } from "@/db/schema/consents";
import { interests } from "@/db/schema/interests";
import { rooms } from "@/db/schema/rooms";
import { waitingRoomInvitations } from "@/db/waiting";
import { listExchanges } from "@/lib/exchanges/queries";
import { endInterests } from "@/lib/interests/ending.mutations";
import { acceptInterest, sendInterest, withdrawInterest } from "@/lib/interests/mutations";
import { getInterest } from "@/lib/interests/queries";
import { getApproach } from "@/lib/interests/sending.queries";
import { listWaitingInterests } from "@/lib/interests/waiting.queries";
import { listUnseenNotices } from "@/lib/notifications/list.queries";
import { withdrawProject } from "@/lib/projects/mutations";
import { postMessage } from "@/lib/rooms/discussion.mutations";
import { acceptRoomInvitation, inviteToRoom } from "@/lib/rooms/invitations.mutations";
import { listOpenRoomInvitations, listOwnRoomInvitations } from "@/lib/rooms/invitations.queries";
import { getRoom } from "@/lib/rooms/queries";
import { blockMember, unblockMember } from "./blocking.mutations";

const CURRENT = { isEnded: false, page: 1 };

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

const join = (...values: Parameters<typeof makeMember> extends [unknown, ...infer R] ? R : never) =>
  transaction((tx) => makeMember(tx, ...values));

const block = (who: Member, { memberId }: Member) =>
  transaction((tx) => blockMember(tx, who, { memberId }));
const unblock = (who: Member, { memberId }: Member) =>
  transaction((tx) => unblockMember(tx, who, { memberId }));

const words = "Nous cherchons quelqu’un qui connaît les douanes de Ningbo.";
const projectOf = ({ memberId }: Member, ownerLevel: "members" | "contacts" = "members") =>
  transaction((tx) => makeProject(tx, memberId, { moderation: "published", ownerLevel }));

const answer = (who: Member, projectId: string, isNamed = true) =>
  transaction((tx) =>
    sendInterest(tx, who, {
      ...{ projectId, organisationId: null, locale: "fr", isNamed },
      ...{ cooperation: words, unclear: "", about: "" },
    }),
  );

const stateOf = async (id: string) => {
  const { state, isSilenced } = interests;
  const [row] = await query((db) =>
    db.select({ state, isSilenced }).from(interests).where(eq(interests.id, id)),
  );
  return row;
};

const received = async (who: Member) =>
  (await listExchanges(who, CURRENT, "fr")).interests.flatMap(({ id, isReceived }) =>
    isReceived ? [id] : [],
  );

describe("interests", () => {
  test("of whom the owner has blocked: sent and kept, and nothing to the owner", async () => {
    const [owner, sender, free] = [await join(), await join(), await join()];
    const { id: projectId } = await projectOf(owner);
    await block(owner, sender);
    const { interestId } = await answer(sender, projectId);
    await answer(free, projectId);
    expect(await mailsTo(owner)).toHaveLength(1);
    expect(await received(owner)).not.toContain(interestId);
    expect(await getInterest(owner, interestId)).toBeNull();
    const waiting = await listWaitingInterests(owner);
    expect(waiting.map(({ id }) => id)).not.toContain(interestId);
    const [mine, theirs] = await Promise.all(
      [sender, free].map(async (who) => {
        const { mark: _, ...list } = await listExchanges(who, CURRENT, "fr");
        return JSON.stringify(list).replace(/"[0-9a-f-]{36}"|"\d{4}-[^"]+"/g, "x");
      }),
    );
    expect(mine).toBe(theirs);
    expect(mine).not.toMatch(/silenc|block/i);
    await unblock(owner, sender);
    expect(await received(owner)).not.toContain(interestId);
  });

  test("sent before the block: named ones turn to silence, no other shows whose it is", async () => {
    const [owner, sender] = [await join(), await join()];
    const [named, unnamed] = [await projectOf(owner), await projectOf(owner)];
    const { interestId } = await answer(sender, named.id);
    const kept = await answer(sender, unnamed.id, false);
    await block(owner, sender);
    expect(await received(owner)).toEqual([kept.interestId]);
    expect(await stateOf(interestId)).toEqual({ state: "sent", isSilenced: true });
    expect(await stateOf(kept.interestId)).toEqual({ state: "sent", isSilenced: false });
  });

  test("of one’s own are taken back and refused, unless that would say whose the project is", async () => {
    const [one, other] = [await join(), await join()];
    const [named, unnamed] = [await projectOf(other), await projectOf(other, "contacts")];
    const open = await answer(one, named.id);
    const secret = await answer(one, unnamed.id);
    await block(one, other);
    expect(await stateOf(open.interestId)).toMatchObject({ state: "withdrawn" });
    expect(await stateOf(secret.interestId)).toMatchObject({ state: "sent" });
    expect(await codeOf(answer(one, named.id))).toBe("interestBlocked");
    expect((await getApproach(one, unnamed.slug))?.isBlocked).toBe(false);
    const another = await projectOf(other, "contacts");
    expect(await codeOf(answer(one, another.id))).toBe("done");
  });

  test("of an owner who left the directory since, and is named to nobody, say nothing of the block", async () => {
    const [one, other] = [await join(), await join()];
    await block(one, other);
    const isTheirs = eq(consents.accountId, other.accountId);
    await query((db) => db.update(consents).set({ withdrawnAt: sql`now()` }).where(isTheirs));
    const project = await projectOf(other);
    expect((await getApproach(one, project.slug))?.isBlocked).toBe(false);
    expect(await codeOf(answer(one, project.id))).toBe("done");
  });

  test("an owner ends a project with what they never read, and its sender hears of it", async () => {
    const [owner, sender] = [await join(), await join()];
    const { id } = await projectOf(owner);
    await block(owner, sender);
    const { interestId } = await answer(sender, id);
    await transaction(async (tx) => {
      const { wasOnline } = await withdrawProject(tx, owner, { projectId: id, version: 1 });
      await endInterests(tx, owner, { projectId: id, wasOnline });
    });
    expect(await stateOf(interestId)).toMatchObject({ state: "lapsed" });
    expect((await toldTo(sender)).map(({ kind }) => kind)).toContain("interestProjectOver");
  });
});

test("accepted, taken back, blocked and the project’s end at once come to one outcome", async () => {
  for (let round = 0; round < 5; round++) {
    const [owner, sender] = [await join(), await join()];
    const { id: projectId } = await projectOf(owner);
    const { interestId } = await answer(sender, projectId);
    const which = { interestId, version: 1 };
    const end = transaction(async (tx) => {
      const { wasOnline } = await withdrawProject(tx, owner, { projectId, version: 1 });
      await endInterests(tx, owner, { projectId, wasOnline });
    });
    const [accepted, back, blocked, ended] = await Promise.all(
      [
        transaction((tx) => acceptInterest(tx, owner, which)),
        transaction((tx) => withdrawInterest(tx, sender, { ...which, words: "" })),
        block(owner, sender),
        end,
      ].map(codeOf),
    );
    expect([blocked, ended]).toEqual(["done", "done"]);
    expect([accepted, back].filter((code) => code === "done").length).toBeLessThan(2);
    const won = accepted === "done" ? "accepted" : back === "done" ? "withdrawn" : "lapsed";
    expect((await stateOf(interestId))?.state).toBe(won);
  }
});

test("a mention of whoever has blocked the writer is written, and told to nobody", async () => {
  const [lead, writer, third] = [await join(), await join(), await join()];
  const { id: projectId, slug } = await projectOf(lead);
  const people = [lead, writer, third].map(({ memberId }) => memberId);
  const { id: roomId } = await transaction((tx) => makeRoom(tx, projectId, people));
  await block(lead, writer);
  const mention = (who: Member, ...whom: Member[]) =>
    transaction((tx) =>
      postMessage(tx, who, { roomId, words, mentions: whom.map(({ memberId }) => memberId) }),
    );
  await mention(writer, lead, third);
  expect((await toldTo(lead)).map(({ kind }) => kind)).toEqual(["roomMessages"]);
  expect((await toldTo(third)).map(({ kind }) => kind)).toEqual(["roomMention"]);
  expect(await codeOf(mention(lead, writer))).toBe("mentionBlocked");
  const offered = async (who: Member) =>
    (await getRoom(who, slug, "fr"))?.people
      .filter(({ isBlocked }) => !isBlocked)
      .map(({ memberId }) => memberId);
  expect(await offered(writer)).toHaveLength(3);
  expect(await offered(lead)).not.toContain(writer.memberId);
});

describe("invitations into a room", () => {
  const invite = async (lead: Member, { memberId, memberSlug: person }: Member) => {
    const { id: projectId } = await projectOf(lead);
    const room = await transaction((tx) => makeRoom(tx, projectId, [lead.memberId]));
    const { id: roomId } = room;
    await transaction((tx) => inviteToRoom(tx, lead, { roomId, person, role: "adviser" }));
    const [sent] = await listOpenRoomInvitations(lead, roomId, "fr");
    return { roomId, sent, open: () => openTo(memberId) };
  };
  const openTo = (memberId: string) =>
    query(async (db) => {
      const [row] = await db.execute<{ waiting: number }>(
        sql`select count(*)::int as waiting from (${waitingRoomInvitations(memberId)}) mine`,
      );
      return row?.waiting;
    });
  const reads = async (who: Member) => {
    const [own, told] = [
      await listOwnRoomInvitations({ ...who, waiting: 1 }, "fr"),
      await listUnseenNotices(who),
    ];
    return { own: own.length, told: told.length };
  };

  test("of whoever they have blocked: open to the lead, and nothing to those invited", async () => {
    const [lead, person, free] = [await join(), await join(), await join()];
    await block(person, lead);
    const [kept, other] = [await invite(lead, person), await invite(lead, free)];
    expect(kept.sent).toMatchObject({ role: "adviser" });
    expect(Object.keys(kept.sent ?? {})).toEqual(Object.keys(other.sent ?? {}));
    expect([await reads(person), await kept.open()]).toEqual([{ own: 0, told: 0 }, 0]);
    expect(await mailsTo(person)).toEqual([]);
    expect([await reads(free), await other.open()]).toEqual([{ own: 1, told: 1 }, 1]);
    const invitationId = kept.sent?.id ?? "";
    const answered = transaction((tx) => acceptRoomInvitation(tx, person, { invitationId }));
    expect(await codeOf(answered)).toBe("notFound");
  });

  test("sent before the block, it waits no more", async () => {
    const [lead, person] = [await join(), await join()];
    const { open } = await invite(lead, person);
    expect([await reads(person), await open()]).toEqual([{ own: 1, told: 1 }, 1]);
    await block(person, lead);
    expect([await reads(person), await open()]).toEqual([{ own: 0, told: 0 }, 0]);
  });

  test("kept from them by a block is declined once it is undone, and another one reaches them", async () => {
    const [lead, person] = [await join(), await join()];
    const before = await invite(lead, person);
    await block(person, lead);
    const meanwhile = await invite(lead, person);
    const theirs = await invite(await join(), person);
    await unblock(person, lead);
    expect([await reads(person), await theirs.open()]).toEqual([{ own: 1, told: 1 }, 1]);
    for (const { roomId } of [before, meanwhile])
      expect(await listOpenRoomInvitations(lead, roomId, "fr")).toEqual([]);
    const heard = (await toldTo(lead)).map(({ kind }) => kind);
    expect(heard).toEqual(["roomInvitationDeclined", "roomInvitationDeclined"]);
    const { roomId } = before;
    await transaction((tx) =>
      inviteToRoom(tx, lead, { roomId, person: person.memberSlug, role: "partner" }),
    );
    expect((await reads(person)).own).toBe(2);
  });

  test("also where their room is closed meanwhile and opens again later", async () => {
    const [lead, person] = [await join(), await join()];
    const { roomId, open } = await invite(lead, person);
    await block(person, lead);
    const close = (closedAt: Date | null) =>
      query((db) => db.update(rooms).set({ closedAt }).where(eq(rooms.id, roomId)));
    await close(new Date());
    await unblock(person, lead);
    await close(null);
    expect([await reads(person), await open()]).toEqual([{ own: 0, told: 0 }, 0]);
  });
});
