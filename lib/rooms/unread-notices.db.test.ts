import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest } from "@/db/factories";
import { makeRoomOfThree, type RoomOfThree } from "@/db/room-of-three";
import { notices } from "@/db/schema/notices";
import { roomMessages } from "@/db/schema/rooms";
import {
  listNotices,
  listUnseenNotices,
  noteNoticesSeen,
  noteRoomOpened,
} from "@/lib/notifications/list.queries";
import { postMessage } from "./discussion.mutations";
import { readMessages } from "./discussion.queries";
import { noteRoomRead } from "./unread.queries";

type Member = RoomOfThree["lead"];

afterAll(closeDatabase);

let room: RoomOfThree;

beforeEach(async () => {
  room = await transaction(makeRoomOfThree);
});

const post = (who: Member, mentioned: Member[] = [], words = "样品已寄出。") =>
  transaction((tx) =>
    postMessage(tx, who, {
      roomId: room.roomId,
      words,
      mentions: mentioned.map(({ memberId }) => memberId),
    }),
  );

/** What the list of notices says of the room's messages. */
const toldOf = async (who: Member) =>
  (await listNotices(who)).rows
    .filter(({ kind }) => kind === "roomMessages")
    .map(({ facts, isNew }) => ({ count: facts.count, isNew }));

async function readIt(who: Member): Promise<void> {
  noteRoomRead(who, { id: room.roomId }, await readMessages(who, room.roomId, "fr", 1));
  await expect.poll(async () => (await toldOf(who))[0]?.isNew).not.toBe(true);
}

test("everybody else has one notice of the room, however much is written; a mention has its own", async () => {
  await post(room.lead);
  await post(room.lead, [room.partner]);
  await post(room.lead);
  expect(await toldOf(room.observer)).toEqual([{ count: "3", isNew: true }]);
  expect(await toldOf(room.partner)).toEqual([{ count: "2", isNew: true }]);
  expect(await toldOf(room.lead)).toEqual([]);
  const kinds = (await listNotices(room.partner)).rows.map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(["roomMention", "roomMessages"]);
});

test("what was seen in the list stays as it was; what comes then is told anew", async () => {
  await post(room.lead);
  await post(room.lead);
  noteNoticesSeen(room.observer, new Date(Date.now() + 60_000));
  await expect.poll(async () => (await toldOf(room.observer))[0]?.isNew).toBe(false);
  await post(room.partner);
  expect(await toldOf(room.observer)).toEqual([
    { count: "3", isNew: true },
    { count: "2", isNew: false },
  ]);
});

test("whoever reads the room has seen it", async () => {
  await post(room.lead);
  await readIt(room.observer);
  expect(await toldOf(room.observer)).toEqual([{ count: "1", isNew: false }]);
  await post(room.lead);
  expect((await toldOf(room.observer))[0]).toEqual({ count: "1", isNew: true });
  expect(await toldOf(room.partner)).toEqual([{ count: "2", isNew: true }]);
});

test("whoever opens the room has seen what else they were told of it, and of the yes that let them in", async () => {
  const { accountId, memberId } = room.partner;
  const { projectId } = room;
  const sent = await transaction((tx) =>
    makeInterest(tx, projectId, memberId, { state: "accepted" }),
  );
  const of = {
    roomLead: ["room", room.roomId],
    interestAccepted: ["interest", sent.id],
    interestConcluded: ["interest", sent.id],
  } as const;
  for (const [kind, [subjectType, subjectId]] of Object.entries(of)) {
    await query((db) => db.insert(notices).values({ accountId, kind, subjectType, subjectId }));
  }
  await post(room.lead, [room.partner]);
  await post(room.lead);
  const newTo = async (who: Member) =>
    (await listNotices(who)).rows.flatMap(({ kind, isNew }) => (isNew ? [kind] : [])).sort();
  noteRoomOpened(room.observer, new Date(Date.now() + 60_000), room.roomId);
  noteRoomOpened(room.partner, new Date(Date.now() + 60_000), room.roomId);
  const left = ["interestConcluded", "roomMessages"];
  await expect.poll(() => newTo(room.partner)).toEqual(left);
  expect(await newTo(room.observer)).toEqual(["roomMessages"]);
});

test("what was taken down is not counted, and nothing is told where nothing is left", async () => {
  await post(room.lead, [], "one");
  await post(room.lead, [], "two");
  const hide = (words: string) =>
    query((db) =>
      db
        .update(roomMessages)
        .set({ hiddenAt: new Date() })
        .where(and(eq(roomMessages.roomId, room.roomId), eq(roomMessages.words, words))),
    );
  await hide("one");
  expect(await toldOf(room.observer)).toEqual([{ count: "1", isNew: true }]);
  const [unseen] = await listUnseenNotices(room.observer);
  expect(unseen?.facts.count).toBe("1");
  await hide("two");
  expect(await toldOf(room.observer)).toEqual([]);
});

test("three who write at once are all counted", async () => {
  await Promise.all([post(room.lead), post(room.partner), post(room.lead), post(room.partner)]);
  expect(await toldOf(room.observer)).toEqual([{ count: "4", isNew: true }]);
});

test("a notice that is not of messages is one for each event", async () => {
  const { accountId } = room.observer;
  const other = { kind: "roomLead", subjectType: "room", subjectId: room.roomId } as const;
  await query((db) =>
    db.insert(notices).values([
      { accountId, ...other },
      { accountId, ...other },
    ]),
  );
  await post(room.lead);
  expect((await listNotices(room.observer)).total).toBe(3);
});
