import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject, makeRoom } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { publishEntry } from "@/lib/entries/verbs.mutations";
import { listExchanges } from "@/lib/exchanges/queries";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { postMessage } from "@/lib/rooms/discussion.mutations";
import { inviteToRoom } from "@/lib/rooms/invitations.mutations";
import { listOwnRoomInvitations } from "@/lib/rooms/invitations.queries";
import { getRoom, listOwnRooms } from "@/lib/rooms/queries";
import { getInterest } from "./queries";
import { writeMessage } from "./talks.mutations";
import { listWaitingInterests } from "./waiting.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let other: Member;
let invited: Member;
let slug: string;
let roomId: string;
let interestId: string;

beforeAll(async () => {
  await transaction(async (tx) => {
    [owner, other, invited] = [await makeMember(tx), await makeMember(tx), await makeMember(tx)];
    const moderator = await makeMember(tx, {}, { role: "moderator" });
    const values = { moderation: "submitted", title: { fr: "Soie grège" } } as const;
    const project = await makeProject(tx, owner.memberId, values);
    await publishEntry(tx, moderator, PROJECT_VERBS, { id: project.id, version: 1 });
    slug = project.slug;
    const { memberId } = other;
    interestId = (await makeInterest(tx, project.id, memberId, { state: "more-info-asked" })).id;
    roomId = (await makeRoom(tx, project.id, [owner.memberId, memberId])).id;
    const person = invited.memberSlug;
    await inviteToRoom(tx, owner, { roomId, person, role: "adviser" });
    const isIt = eq(entries.id, project.id);
    await tx.update(entries).set({ moderation: "withdrawn" }).where(isIt);
    await tx.update(entries).set({ moderation: "draft" }).where(isIt);
    await tx
      .update(entries)
      .set({ title: { fr: "CANARI" } })
      .where(isIt);
  });
});

afterAll(closeDatabase);

const read = async (viewer: Member) =>
  JSON.stringify([
    await getInterest(viewer, interestId),
    await listExchanges(viewer, { isEnded: false, page: 1 }, "fr"),
    await getRoom(viewer, slug, "fr"),
    await listOwnRooms(viewer, "fr"),
  ]).match(/Soie grège|CANARI/g);

test("only its owner reads the title of a project drafted anew", async () => {
  expect(await read(owner)).toEqual(Array(5).fill("CANARI"));
  expect(await read(other)).toEqual(Array(5).fill("Soie grège"));
  expect(await listWaitingInterests(other)).toMatchObject([{ title: { fr: "Soie grège" } }]);
  const invitations = await listOwnRoomInvitations(invited, "fr");
  expect(invitations).toMatchObject([{ title: { fr: "Soie grège" } }]);
});

test("no mail tells it to anybody else", async () => {
  await transaction(async (tx) => {
    await writeMessage(tx, owner, { interestId, words: "Bonjour" });
    await writeMessage(tx, other, { interestId, words: "Bonjour" });
    for (const [from, to] of [
      [owner, other],
      [other, owner],
    ] as const) {
      await postMessage(tx, from, { roomId, words: "Bonjour", mentions: [to.memberId] });
    }
  });
  const told = async ({ accountId }: Member) => {
    const isTold = inArray(mails.kind, ["interestMessage", "roomMention"]);
    const rows = await query((db) =>
      db
        .select({ data: mails.data })
        .from(mails)
        .where(and(eq(mails.accountId, accountId), isTold)),
    );
    return rows.map(({ data }) => data.title ?? data.project);
  };
  expect(await told(other)).toEqual(["Soie grège", "Soie grège"]);
  expect(await told(owner)).toEqual(["CANARI", "CANARI"]);
});
