import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { mailsTo } from "@/db/read-back";
import { auditEvents } from "@/db/schema/audit";
import { roomMessages, roomPeople, rooms } from "@/db/schema/rooms";
import { postMessage } from "./discussion.mutations";
import { readMessages } from "./discussion.queries";
import { removeFromRoom } from "./people.mutations";
import { MESSAGES_AN_HOUR } from "./room-limits";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

let lead: Member;
let partner: Member;
let observer: Member;
let stranger: Member;
let roomId: string;
let slug: string;

const member = (account: Parameters<typeof makeMember>[2] = {}) =>
  transaction((tx) => makeMember(tx, { familyName: "Lin", givenName: "Meihua" }, account));

beforeEach(async () => {
  [lead, partner, observer, stranger] = await Promise.all([
    member(),
    member({ locale: "zh" }),
    member(),
    member({ role: "moderator" }),
  ]);
  await transaction(async (tx) => {
    const project = await makeProject(tx, lead.memberId);
    slug = project.slug;
    roomId = (await makeRoom(tx, project.id, [lead.memberId, partner.memberId])).id;
    await tx.insert(roomPeople).values({ roomId, memberId: observer.memberId, role: "observer" });
  });
});

const post = (who: Member, mentioned: Member[] = [], words = "样品已寄出。") =>
  transaction((tx) =>
    postMessage(tx, who, { roomId, words, mentions: mentioned.map(({ memberId }) => memberId) }),
  );

describe("writing", () => {
  test("those mentioned get a mail with the words, in their language; nobody else", async () => {
    await post(lead, [partner, lead]);
    expect(await mailsTo(partner)).toMatchObject([
      {
        kind: "roomMention",
        locale: "zh",
        data: { words: "样品已寄出。", to: `/projects/${slug}/room/discussion` },
      },
    ]);
    expect([...(await mailsTo(lead)), ...(await mailsTo(observer))]).toEqual([]);
    const messages = await readMessages(observer, roomId, "fr", 1);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.mentions.map(({ memberId }) => memberId)).toEqual([partner.memberId]);
    const events = await query((db) =>
      db
        .select({ name: auditEvents.name, data: auditEvents.data })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, roomId))
        .orderBy(auditEvents.id),
    );
    expect(events).toMatchObject([{ name: "room.message-posted", data: { mentions: 1 } }]);
  });

  test("an outsider or somebody removed cannot be mentioned: nothing is sent, and it is said", async () => {
    await expect(post(lead, [partner, stranger])).rejects.toMatchObject({
      code: "mentionOutside",
      field: "mentions",
    });
    await transaction((tx) => removeFromRoom(tx, lead, { roomId, memberId: observer.memberId }));
    await expect(post(lead, [observer])).rejects.toMatchObject({ code: "mentionOutside" });
    expect(await mailsTo(partner)).toEqual([]);
    expect(await readMessages(lead, roomId, "fr", 1)).toEqual([]);
  });

  test("an observer reads only, outsiders do neither, a closed room is read", async () => {
    await post(partner);
    await expect(post(observer)).rejects.toMatchObject({ code: "roleReadsOnly" });
    await expect(post(stranger)).rejects.toMatchObject({ code: "notFound" });
    expect(await readMessages(stranger, roomId, "fr", 1)).toEqual([]);
    await query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));
    await expect(post(lead)).rejects.toMatchObject({ code: "roomClosed" });
    expect(await readMessages(observer, roomId, "fr", 1)).toHaveLength(1);
  });

  test("who was removed reads nothing more; what they wrote stays", async () => {
    await post(partner);
    await transaction((tx) => removeFromRoom(tx, lead, { roomId, memberId: partner.memberId }));
    expect(await readMessages(partner, roomId, "fr", 1)).toEqual([]);
    const messages = await readMessages(lead, roomId, "fr", 1);
    expect(messages[0]?.author.name?.text).toBe("Meihua Lin");
  });

  test("thirty messages an hour in all one's rooms, also at once; then it is said, and nobody is mailed", async () => {
    const other = await transaction(async (tx) => {
      const project = await makeProject(tx, lead.memberId);
      return makeRoom(tx, project.id, [lead.memberId]);
    });
    const written = { authorId: lead.accountId, words: "Bonjour." };
    const long = new Date(Date.now() - 2 * 3_600_000);
    await query((db) =>
      db
        .insert(roomMessages)
        .values([
          ...Array.from({ length: MESSAGES_AN_HOUR - 2 }, () => ({ roomId: other.id, ...written })),
          ...Array.from({ length: 9 }, () => ({ roomId, ...written, createdAt: long })),
        ]),
    );
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => post(lead, [partner])),
    );
    const refused = outcomes.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(3);
    expect(refused[0]?.reason).toMatchObject({
      code: "roomMessagesTooMany",
      values: { most: MESSAGES_AN_HOUR },
    });
    expect(await mailsTo(partner)).toHaveLength(2);
    await post(partner, [lead]);
  });
});
