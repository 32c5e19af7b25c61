import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { makeRoomOfThree, passInRoom, type RoomOfThree } from "@/db/room-of-three";
import { mails } from "@/db/schema/mail";
import { roomMessages } from "@/db/schema/rooms";
import { postMessage } from "@/lib/rooms/discussion.mutations";
import { mailUnread } from "@/lib/rooms/unread.mutations";
import { QUEUED_TASKS } from "./queued-tasks";

const dataDir = mkdtempSync(path.join(tmpdir(), "composed-mails-"));
vi.stubEnv("DATA_DIR", dataDir);

let room: RoomOfThree;

beforeEach(async () => {
  room = await transaction(makeRoomOfThree);
});

afterAll(async () => {
  rmSync(dataDir, { recursive: true });
  await closeDatabase();
});

const post = (words: string) =>
  transaction((tx) => postMessage(tx, room.lead, { roomId: room.roomId, words, mentions: [] }));

const hide = (words: string) =>
  query((db) =>
    db.update(roomMessages).set({ hiddenAt: new Date() }).where(eq(roomMessages.words, words)),
  );

/** The mail about the room's messages to its partner, who reads Chinese. */
async function queued(): Promise<string> {
  await passInRoom(room.roomId, 11);
  await mailUnread();
  const isTheirs = eq(mails.accountId, room.partner.accountId);
  const [mail] = await query((db) => db.select({ id: mails.id }).from(mails).where(isTheirs));
  return mail?.id ?? "";
}

function letter(id: string) {
  const file = readdirSync(path.join(dataDir, "mail")).find((name) => name.includes(id));
  return file && JSON.parse(readFileSync(path.join(dataDir, "mail", file), "utf8"));
}

test("what a room's mail says is what may be read when it is sent", async () => {
  for (const words of ["one", "two", "three", "four", "five"]) await post(words);
  const id = await queued();
  await hide("two");
  await QUEUED_TASKS["send-mail"]({ mailId: id });
  const { subject, text, html } = letter(id);
  expect(subject).toContain("4条新消息");
  expect(text).toMatch(/Meihua Lin\n\n> one\n.*> three\n.*> four\n.*还有1条/su);
  expect(`${text}${html}`).not.toMatch(/two|five/u);
  expect(text).toContain("/zh/unsubscribe?token=");
});

test("once nothing of it may be read it is not sent", async () => {
  await post("six");
  const id = await queued();
  await hide("six");
  await QUEUED_TASKS["send-mail"]({ mailId: id });
  expect(letter(id)).toBeUndefined();
  expect(await query((db) => db.$count(mails, eq(mails.id, id)))).toBe(0);
});

test("a mail of what has just become late is not sent once that was decided; one of the morning is", async () => {
  const { accountId } = await transaction(async (tx) => {
    const owner = await makeMember(tx);
    const submittedAt = new Date();
    await makeProject(tx, owner.memberId, { moderation: "submitted", submittedAt });
    return makeMember(tx, {}, { role: "moderator" });
  });
  const at = new Date().toISOString();
  const send = async (data: Record<string, string>) => {
    const mail = {
      accountId,
      address: "team@example.org",
      kind: "teamQueue",
      locale: "en",
      data,
    } as const;
    const [row] = await query((db) => db.insert(mails).values(mail).returning({ id: mails.id }));
    await QUEUED_TASKS["send-mail"]({ mailId: row?.id ?? "" });
    return letter(row?.id ?? "")?.subject;
  };
  expect(await send({ since: at, until: at, isUrgent: "yes" })).toBeUndefined();
  expect(await send({ since: at, until: at })).toMatch(/waiting for a decision/u);
});
