import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { codeOf } from "@/db/read-back";
import { makeRoomOfThree, type RoomOfThree } from "@/db/room-of-three";
import { auditEvents } from "@/db/schema/audit";
import { roomMessages, roomPeople, roomTranslations } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { TRANSLATION_PROVIDERS } from "@/lib/core/i18n/machine-translation";
import { postMessage } from "@/lib/rooms/discussion.mutations";
import { readMessages } from "@/lib/rooms/discussion.queries";
import { chooseMachine, orderTranslation } from "@/lib/rooms/machine.mutations";
import { leaveRoom } from "@/lib/rooms/people.mutations";
import { translateMessage } from "./translate-message";

const chosen = vi.hoisted(() => ({ provider: "fake" }));

vi.mock("@/lib/core/env", async (original) => {
  const real = await original<typeof import("@/lib/core/env")>();
  return { ...real, env: () => ({ ...real.env(), TRANSLATION_PROVIDER: chosen.provider }) };
});

const WORDS = "样品已寄出。";
const translate = vi.fn(async ({ texts }: { texts: readonly string[] }) =>
  texts.map(() => "Les échantillons sont partis."),
);

let room: RoomOfThree;
let messageId: string;

beforeAll(() => {
  TRANSLATION_PROVIDERS.fake = { name: "Fake, Lyon", translate };
});

beforeEach(async () => {
  room = await transaction(makeRoomOfThree);
  const input = { roomId: room.roomId, words: WORDS, mentions: [] };
  await transaction((tx) => postMessage(tx, room.partner, input));
  messageId = (await readMessages(room.lead, room.roomId, "fr", 1))[0]?.id ?? "";
});

afterEach(() => {
  chosen.provider = "fake";
  translate.mockReset();
  translate.mockImplementation(async ({ texts }) =>
    texts.map(() => "Les échantillons sont partis."),
  );
});

afterAll(async () => {
  delete TRANSLATION_PROVIDERS.fake;
  await closeDatabase();
});

const choose = (who: Viewer, isAllowed = true) =>
  transaction((tx) => chooseMachine(tx, who, { roomId: room.roomId, isAllowed }));

async function allAgree() {
  for (const who of [room.lead, room.partner, room.observer]) await choose(who);
}

const order = (who: Viewer = room.lead) =>
  transaction((tx) => orderTranslation(tx, who, { messageId, locale: "fr" }));

const work = () => translateMessage({ messageId, locale: "fr" });

const shown = async (who: Viewer = room.lead) =>
  (await readMessages(who, room.roomId, "fr", 1))[0]?.machine;

const trail = async () => {
  const { name, subjectId } = auditEvents;
  const rows = await query((db) =>
    db.select({ name }).from(auditEvents).where(eq(subjectId, room.roomId)).orderBy(auditEvents.id),
  );
  return rows.map((row) => row.name).filter((one) => /machine|translation/.test(one));
};

describe("a message of a room", () => {
  test("is sent once all there said yes, and what comes back is the machine's", async () => {
    await choose(room.partner);
    await choose(room.lead);
    expect(await codeOf(order())).toBe("machineNotAllowed");
    await choose(room.observer);
    await order();
    expect(await shown()).toMatchObject({ state: "pending", words: null });
    await order(room.observer);
    await work();
    const made = { state: "made", words: "Les échantillons sont partis.", madeBy: "Fake, Lyon" };
    expect(await shown(room.observer)).toEqual(made);
    expect(translate).toHaveBeenCalledTimes(1);
    expect(translate.mock.calls[0]?.[0]).toMatchObject({ texts: [WORDS], from: "auto", to: "fr" });
    await order();
    await work();
    expect(translate).toHaveBeenCalledTimes(1);
    expect((await trail()).slice(-2)).toEqual(["room.translation-asked", "room.translation-made"]);
  });

  test("is not sent by whoever is not in the room, nor without a service", async () => {
    await allAgree();
    const stranger = await transaction((tx) => makeMember(tx, {}, { role: "administrator" }));
    expect(await codeOf(order(stranger))).toBe("notFound");
    expect(await codeOf(choose(stranger))).toBe("notFound");
    chosen.provider = "off";
    expect(await codeOf(order())).toBe("notFound");
    expect(await codeOf(choose(room.lead))).toBe("notFound");
    expect(await codeOf(choose(room.lead, false))).toBe("done");
    expect(translate).not.toHaveBeenCalled();
  });

  test("is not sent any more where one is taken down, or new in the room", async () => {
    await allAgree();
    await order();
    await query((db) =>
      db.update(roomMessages).set({ hiddenAt: new Date() }).where(eq(roomMessages.id, messageId)),
    );
    await work();
    expect(await codeOf(order(room.observer))).toBe("notFound");
    await query((db) =>
      db.update(roomMessages).set({ hiddenAt: null }).where(eq(roomMessages.id, messageId)),
    );
    const comer = await transaction((tx) => makeMember(tx));
    const { roomId } = room;
    await query((db) =>
      db.insert(roomPeople).values({ roomId, memberId: comer.memberId, role: "adviser" }),
    );
    await work();
    expect(await codeOf(order())).toBe("machineNotAllowed");
    expect(translate).not.toHaveBeenCalled();
  });

  test("of whoever has left is not sent", async () => {
    await allAgree();
    const { roomId } = room;
    await transaction((tx) => leaveRoom(tx, room.partner, { roomId }));
    expect(await codeOf(order())).toBe("machineNotAllowed");
  });
});

describe("a yes", () => {
  const rows = () =>
    query((db) => db.$count(roomTranslations, eq(roomTranslations.messageId, messageId)));

  test.each([
    ["is taken back", () => choose(room.observer, false)],
    [
      "goes with whoever leaves",
      () => transaction((tx) => leaveRoom(tx, room.observer, { roomId: room.roomId })),
    ],
    [
      "goes with whoever is erased",
      () =>
        query((db) =>
          db
            .delete(roomPeople)
            .where(
              and(
                eq(roomPeople.roomId, room.roomId),
                eq(roomPeople.memberId, room.observer.memberId),
              ),
            ),
        ),
    ],
  ])("that %s takes along what was made", async (_case, act) => {
    await allAgree();
    await order();
    await work();
    expect(await rows()).toBe(1);
    await act();
    expect(await rows()).toBe(0);
    expect(await shown()).toBeNull();
  });

  test("taken back while the service works keeps what it answers out", async () => {
    await allAgree();
    await order();
    translate.mockImplementation(async () => {
      await choose(room.partner, false);
      return ["Trop tard."];
    });
    await work();
    expect(await rows()).toBe(0);
    await choose(room.partner);
    expect(await shown()).toBeNull();
  });

  test("of one room is none for another", async () => {
    await allAgree();
    const other = await transaction(makeRoomOfThree);
    const input = { roomId: other.roomId, words: WORDS, mentions: [] };
    await transaction((tx) => postMessage(tx, other.partner, input));
    messageId = (await readMessages(other.lead, other.roomId, "fr", 1))[0]?.id ?? "";
    expect(await codeOf(order(other.lead))).toBe("machineNotAllowed");
  });
});

describe("a service", () => {
  test.each([
    ["is down", () => Promise.reject(new Error("down"))],
    ["answers nothing", () => Promise.resolve([""])],
    ["answers too much", () => Promise.resolve(["x".repeat(9001)])],
    ["answers what no database keeps", () => Promise.resolve(["a\0b"])],
    ["answers half a sign", () => Promise.resolve(["a\ud800b"])],
  ])("that %s leaves a message that may be sent again", async (_case, answer) => {
    await allAgree();
    await order();
    translate.mockImplementation(answer);
    await work();
    expect(await shown()).toMatchObject({ state: "failed", words: null });
    translate.mockImplementation(async () => ["<script>alert(1)</script>"]);
    await order();
    expect(await shown()).toMatchObject({ state: "pending" });
    await work();
    expect(await shown()).toMatchObject({ state: "made", words: "<script>alert(1)</script>" });
    expect(await trail()).toContain("room.translation-failed");
  });

  test("of which nothing was heard for five minutes is asked again", async () => {
    await allAgree();
    await order();
    const askedAt = new Date(Date.now() - 6 * 60_000);
    await query((db) =>
      db.update(roomTranslations).set({ askedAt }).where(eq(roomTranslations.messageId, messageId)),
    );
    expect(await shown()).toMatchObject({ state: "failed" });
    await order();
    expect(await shown()).toMatchObject({ state: "pending" });
  });
});
