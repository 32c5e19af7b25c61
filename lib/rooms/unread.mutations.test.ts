import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { eventsOn, mailsTo } from "@/db/read-back";
import { makeRoomOfThree, passInRoom, type RoomOfThree } from "@/db/room-of-three";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { mailPreferences } from "@/db/schema/mail";
import { memberBlocks } from "@/db/schema/members";
import { roomMessages, roomPeople } from "@/db/schema/rooms";
import { listNotices, noteNoticesSeen } from "@/lib/notifications/list.queries";
import { postMessage } from "./discussion.mutations";
import { readMessages } from "./discussion.queries";
import { removeFromRoom } from "./people.mutations";
import { chooseRoomMails, mailUnread } from "./unread.mutations";
import { noteRoomRead } from "./unread.queries";
import { readUnread, type UnreadSpan } from "./unread-mail.queries";

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

const wait = (minutes: number) => passInRoom(room.roomId, minutes);

/** What the list of notices says of the room's messages. */
const toldOf = async (who: Member) =>
  (await listNotices(who)).rows
    .filter(({ kind }) => kind === "roomMessages")
    .map(({ facts, isNew }) => ({ count: facts.count, isNew }));

const mailedTo = async (who: Member) =>
  (await mailsTo(who)).filter(({ kind }) => kind === "roomMessages");

async function readIt(who: Member): Promise<void> {
  noteRoomRead(who, { id: room.roomId }, await readMessages(who, room.roomId, "fr", 1));
  await expect.poll(async () => (await toldOf(who))[0]?.isNew).not.toBe(true);
}

const switchOff = (topic: string) =>
  query((db) => db.insert(mailPreferences).values({ accountId: room.observer.accountId, topic }));

const placeOf = ({ memberId }: Member) =>
  and(eq(roomPeople.roomId, room.roomId), eq(roomPeople.memberId, memberId));

const saidTo = async (who: Member, data: Record<string, string>) =>
  (await readUnread(who, data as UnreadSpan))?.first.map(({ words }) => words) ?? null;

test("comes after ten unread minutes, once with two workers, and not to who wrote", async () => {
  await post(room.lead, [], "Bonjour");
  await wait(9);
  await mailUnread();
  expect(await mailedTo(room.observer)).toEqual([]);
  await wait(2);
  await Promise.all([mailUnread(), mailUnread(), mailUnread()]);
  await mailUnread();
  expect(await mailedTo(room.observer)).toHaveLength(1);
  expect(await mailedTo(room.partner)).toMatchObject([
    { locale: "zh", data: { room: room.roomId } },
  ]);
  expect(await mailedTo(room.lead)).toEqual([]);
  expect(JSON.stringify(await mailedTo(room.observer))).not.toContain("Bonjour");
  const events = await eventsOn(room.roomId);
  expect(events.filter((name) => name === "room.messages-mailed")).toHaveLength(1);
});

test("a day has one; what comes later is mailed the next, without what was in the first", async () => {
  await post(room.lead, [], "one");
  await wait(11);
  await mailUnread();
  const [first] = await mailedTo(room.observer);
  expect(await saidTo(room.observer, first?.data ?? {})).toEqual(["one"]);
  await post(room.lead, [], "two");
  await wait(11);
  await mailUnread();
  expect(await mailedTo(room.observer)).toHaveLength(1);
  await wait(2 * 24 * 60);
  await mailUnread();
  await mailUnread();
  const mailed = await mailedTo(room.observer);
  expect(mailed).toHaveLength(2);
  expect(await saidTo(room.observer, mailed.at(-1)?.data ?? {})).toEqual(["two"]);
});

test.each([
  ["before", "1 hour", 1],
  ["since", "0 hours", 0],
] as const)(
  "a mention by whoever the reader has blocked %s is mailed as the rest is, where no letter told of it",
  async (_when, ago, letters) => {
    const { observer, partner } = room;
    const createdAt = sql`now() - ${ago}::interval`;
    const block = { blockerId: observer.memberId, blockedId: partner.memberId, createdAt };
    await query((db) => db.insert(memberBlocks).values(block));
    await post(partner, [observer]);
    await wait(11);
    await mailUnread();
    expect(await mailedTo(observer)).toHaveLength(letters);
  },
);

test("none comes once nothing new does", async () => {
  await post(room.lead);
  await wait(11);
  await mailUnread();
  await wait(5 * 24 * 60);
  await mailUnread();
  expect(await mailedTo(room.observer)).toHaveLength(1);
});

test.each<[string, () => Promise<unknown>]>([
  ["read the room meanwhile", () => readIt(room.observer)],
  [
    "saw the notice",
    async () => {
      noteNoticesSeen(room.observer, new Date(Date.now() + 60_000));
      await expect.poll(async () => (await toldOf(room.observer))[0]?.isNew).toBe(false);
    },
  ],
  [
    "was taken out of the room",
    () =>
      transaction((tx) =>
        removeFromRoom(tx, room.lead, { roomId: room.roomId, memberId: room.observer.memberId }),
      ),
  ],
  [
    "stopped the mails of this room",
    () =>
      transaction((tx) =>
        chooseRoomMails(tx, room.observer, { roomId: room.roomId, isWanted: false }),
      ),
  ],
  ["switched off mails about rooms", () => switchOff("rooms")],
  [
    "was suspended",
    () =>
      query((db) =>
        db
          .update(accounts)
          .set({ status: "suspended" })
          .where(eq(accounts.id, room.observer.accountId)),
      ),
  ],
  [
    "lost sight of the project, which was taken down",
    () =>
      query((db) =>
        db.update(entries).set({ hiddenAt: new Date() }).where(eq(entries.id, room.projectId)),
      ),
  ],
])("none comes to who %s", async (_, happen) => {
  await post(room.partner);
  await happen();
  await wait(11);
  await mailUnread();
  expect(await mailedTo(room.observer)).toEqual([]);
  expect(await mailedTo(room.lead)).toHaveLength(1);
});

test("a muted kind is neither told nor mailed, and a mention is mailed at once and once", async () => {
  await switchOff("roomMessages");
  await post(room.lead, [room.partner]);
  await wait(11);
  await mailUnread();
  expect(await toldOf(room.observer)).toEqual([]);
  expect((await mailsTo(room.observer)).map(({ kind }) => kind)).toEqual([]);
  expect((await mailsTo(room.partner)).map(({ kind }) => kind)).toEqual(["roomMention"]);
});

test("the mails of a room come again once they are wanted; an outsider chooses nothing", async () => {
  const choose = (who: Member, isWanted: boolean) =>
    transaction((tx) => chooseRoomMails(tx, who, { roomId: room.roomId, isWanted }));
  await choose(room.observer, false);
  await post(room.lead);
  await wait(11);
  await mailUnread();
  await choose(room.observer, true);
  await mailUnread();
  expect(await mailedTo(room.observer)).toHaveLength(1);
  const stranger = await transaction((tx) => makeMember(tx));
  await expect(choose(stranger, false)).rejects.toMatchObject({ code: "notFound" });
});

describe("what a mail says when it is sent", () => {
  async function queued(words: string[]): Promise<UnreadSpan> {
    for (const one of words) await post(room.lead, [], one);
    await wait(11);
    await mailUnread();
    const [mail] = await mailedTo(room.observer);
    return mail?.data as UnreadSpan;
  }

  test("the first three, whose they are and how many there are", async () => {
    const span = await queued(["one", "two", "three", "four"]);
    const said = await readUnread(room.observer, span);
    expect(said).toMatchObject({ total: 4, first: [{ words: "one" }, {}, { words: "three" }] });
    expect(said?.first[0]?.author?.text).toBe("Meihua Lin");
    expect(await readUnread(await transaction((tx) => makeMember(tx)), span)).toBeNull();
  });

  test("nothing that was taken down, or written since; nothing at all once it was read or they left", async () => {
    const span = await queued(["one", "two"]);
    await post(room.lead, [], "three");
    await query((db) =>
      db.update(roomMessages).set({ hiddenAt: new Date() }).where(eq(roomMessages.words, "one")),
    );
    expect(await saidTo(room.observer, span)).toEqual(["two"]);
    const left = { removedAt: new Date() };
    await query((db) => db.update(roomPeople).set(left).where(placeOf(room.observer)));
    expect(await readUnread(room.observer, span)).toBeNull();
    await query((db) =>
      db.update(roomPeople).set({ removedAt: null }).where(placeOf(room.observer)),
    );
    await readIt(room.observer);
    expect(await readUnread(room.observer, span)).toBeNull();
  });

  test("nothing of a project that was taken down meanwhile", async () => {
    const span = await queued(["one"]);
    const isIt = eq(entries.id, room.projectId);
    await query((db) => db.update(entries).set({ hiddenAt: new Date() }).where(isIt));
    expect(await readUnread(room.observer, span)).toBeNull();
  });
});

test("the day is that of each one’s own zone", async () => {
  const hour = new Date().getUTCHours();
  /** A zone in whose clocks it is that hour; the sign of its name is turned round. */
  const zoneAt = (local: number) => {
    const east = ((local - hour + 36) % 24) - 12;
    return `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
  };
  const zones = [
    [room.partner, zoneAt(9)],
    [room.observer, zoneAt(20)],
  ] as const;
  for (const [{ accountId }, timeZone] of zones) {
    await query((db) => db.update(accounts).set({ timeZone }).where(eq(accounts.id, accountId)));
  }
  // Still yesterday evening for the one and this morning for the other when the hour turns meanwhile.
  const mailedAt = sql`now() - interval '12 hours'`;
  await post(room.lead);
  await wait(11);
  await query((db) =>
    db.update(roomPeople).set({ mailedAt }).where(eq(roomPeople.roomId, room.roomId)),
  );
  await mailUnread();
  expect(await mailedTo(room.partner)).toHaveLength(1);
  expect(await mailedTo(room.observer)).toEqual([]);
});
