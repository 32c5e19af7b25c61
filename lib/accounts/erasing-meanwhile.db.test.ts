import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { ownerWithRoom } from "@/db/owner-with-room";
import { interestMessages, interests } from "@/db/schema/interests";
import { roomMessages, roomPeople, rooms } from "@/db/schema/rooms";
import { AppError } from "@/lib/core/errors";
import { sendInterest } from "@/lib/interests/mutations";
import { writeMessage } from "@/lib/interests/talks.mutations";
import { postMessage } from "@/lib/rooms/discussion.mutations";
import { askNextHeirs } from "@/lib/rooms/offers.mutations";
import { eraseAccount } from "./erasure.mutations";

workAsOwner(60_000);
afterAll(() => closeDatabase());

const ROUNDS = 8;

test("what others write while an owner is erased is kept or refused, and the owner's own is gone", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const world = await transaction(ownerWithRoom);
    const { owner, partner, adviser, other, sign, roomId, accepted, kept, roomless } = world;
    const post = (viewer: typeof owner, words: string) => () =>
      transaction((tx) => postMessage(tx, viewer, { roomId, words, mentions: [] }));
    const write = () =>
      transaction((tx) => writeMessage(tx, partner, { interestId: accepted, words: "pendant" }));
    const said = { cooperation: "pendant", unclear: "", about: "" };
    const send = (projectId: string) => () =>
      transaction((tx) =>
        sendInterest(tx, other, {
          projectId,
          organisationId: null,
          locale: "fr",
          isNamed: false,
          ...said,
        }),
      );
    const erase = () =>
      transaction((tx) => eraseAccount(tx, "portal", { accountId: owner.accountId }));
    const acts = [post(partner, "pendant"), post(owner, sign), write, erase, send(kept)];
    acts.push(post(adviser, "pendant"), send(roomless));
    const outcomes = await Promise.allSettled(acts.map((act) => act() as Promise<unknown>));
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(AppError);
    }
    const isDone = (...indexes: number[]) =>
      indexes.filter((index) => outcomes[index]?.status === "fulfilled").length;
    expect(isDone(3)).toBe(1);
    const inRoom = await query((db) =>
      db
        .select({ words: roomMessages.words })
        .from(roomMessages)
        .where(eq(roomMessages.roomId, roomId)),
    );
    const words = inRoom.map((one) => one.words);
    expect(words.filter((one) => one === "pendant")).toHaveLength(isDone(0, 5));
    expect(words).not.toContain(sign);
    const inThread = await query((db) =>
      db
        .select({ words: interestMessages.words })
        .from(interestMessages)
        .where(eq(interestMessages.interestId, accepted)),
    );
    expect(inThread.filter((one) => one.words === "pendant")).toHaveLength(isDone(2));
    const sent = await query((db) =>
      db
        .select({ state: interests.state })
        .from(interests)
        .where(eq(interests.memberId, other.memberId)),
    );
    expect(sent).toHaveLength(isDone(4, 6));
    expect(sent.every(({ state }) => state === "lapsed")).toBe(true);
  }
}, 60_000);

test("where whoever was to take a project over is erased as well, the next is asked", async () => {
  const { owner, partner, other, roomId } = await transaction(ownerWithRoom);
  const erase = ({ accountId }: typeof owner) =>
    transaction((tx) => eraseAccount(tx, "portal", { accountId }));
  const { memberId } = other;
  await query((db) => db.insert(roomPeople).values({ roomId, memberId, role: "partner" }));
  const asked = async () => {
    const isIt = eq(rooms.id, roomId);
    const rows = await query((db) => db.select({ to: rooms.offeredTo }).from(rooms).where(isIt));
    return rows[0]?.to;
  };
  await erase(owner);
  expect(await asked()).toBe(partner.memberId);
  await erase(partner);
  await askNextHeirs();
  expect(await asked()).toBe(memberId);
});
