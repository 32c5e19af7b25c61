import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { roomMessages, roomPeople, rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getTranslator } from "@/lib/core/i18n/translator";
import { postMessage } from "./discussion.mutations";
import { removeFromRoom } from "./people.mutations";
import { talkRoute } from "./talk-route";

type Member = Awaited<ReturnType<typeof makeMember>>;

let viewer: Viewer | null;
vi.mock("@/lib/core/auth/viewer", () => ({ getBareViewer: async () => viewer }));

let [lead, partner, observer, removed, stranger, moderator]: Member[] = [];
let slug: string;
let roomId: string;

const member = (account: Parameters<typeof makeMember>[2] = {}) =>
  transaction((tx) => makeMember(tx, { familyName: "Lin", givenName: "Meihua" }, account));
const the = (one: Member | undefined) => one as Member;

beforeAll(async () => {
  [lead, partner, observer, removed, stranger, moderator] = await Promise.all([
    member(),
    member(),
    member(),
    member(),
    member(),
    member({ role: "moderator" }),
  ]);
});

afterAll(closeDatabase);

beforeEach(async () => {
  await transaction(async (tx) => {
    const project = await makeProject(tx, the(lead).memberId);
    slug = project.slug;
    roomId = (await makeRoom(tx, project.id, [the(lead).memberId, the(partner).memberId])).id;
    const there = { roomId, role: "observer" } as const;
    await tx.insert(roomPeople).values([
      { ...there, memberId: the(observer).memberId },
      { ...there, memberId: the(removed).memberId, removedAt: new Date() },
    ]);
    const input = { roomId, words: "样品已寄出。", mentions: [] };
    await postMessage(tx, the(partner), input);
  });
});

async function ask(who: Viewer | null, known = "", asked = "locale=zh") {
  viewer = who;
  const url = `http://localhost:3000/api/projects/${slug}/room/discussion?${asked}`;
  const headers = known ? { "If-None-Match": known } : undefined;
  const answer = await talkRoute(new NextRequest(url, { headers }), {
    params: Promise.resolve({ slug }),
  });
  const body = answer.status === 304 ? {} : await answer.json();
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  return { status: answer.status, mark: answer.headers.get("etag") ?? "", body };
}

describe("who is answered", () => {
  test("everybody in the room reads it, whatever their role; nobody else, the club team neither", async () => {
    for (const who of [lead, partner, observer]) {
      const { status, body } = await ask(the(who));
      expect([status, body.messages[0].words]).toEqual([200, "样品已寄出。"]);
    }
    for (const who of [removed, stranger, moderator]) {
      expect(await ask(the(who))).toMatchObject({ status: 404, body: {} });
    }
  });

  test("whoever is signed out or suspended is told so in their language", async () => {
    const ui = getTranslator("zh", "ui");
    const out = await ask(null);
    expect([out.status, out.body]).toEqual([401, { message: ui("live.signedOut") }]);
    const suspended = await ask({ ...the(lead), status: "suspended" });
    expect([suspended.status, suspended.body]).toEqual([403, { message: ui("live.inactive") }]);
  });

  test("an address that is not understood is not found", async () => {
    expect((await ask(the(lead), "", "locale=de")).status).toBe(404);
    slug = "no'such--room";
    expect((await ask(the(lead))).status).toBe(404);
  });
});

describe("what is known is not sent again", () => {
  const post = (words: string) =>
    transaction((tx) => postMessage(tx, the(lead), { roomId, words, mentions: [] }));

  test("until somebody writes", async () => {
    const { mark } = await ask(the(partner));
    expect((await ask(the(partner), mark)).status).toBe(304);
    await post("Merci !");
    const next = await ask(the(partner), mark);
    expect(next.body.messages.map(({ words }: { words: string }) => words)).toEqual([
      "Merci !",
      "样品已寄出。",
    ]);
    expect(next.body.mark).toBe(next.mark.slice(1, -1));
    expect((await ask(the(partner), next.mark)).status).toBe(304);
  });

  test("until a message is taken down, an author is gone, or the room is closed", async () => {
    const changes = [
      () =>
        query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId))),
      () =>
        query((db) =>
          db
            .update(accounts)
            .set({ status: "suspended" })
            .where(eq(accounts.id, the(partner).accountId)),
        ),
      () =>
        query((db) =>
          db
            .update(roomMessages)
            .set({ hiddenAt: new Date() })
            .where(eq(roomMessages.roomId, roomId)),
        ),
    ];
    let { mark } = await ask(the(observer));
    const seen = [];
    for (const change of changes) {
      await change();
      const next = await ask(the(observer), mark);
      expect(next.status).toBe(200);
      ({ mark } = next);
      seen.push(next.body);
    }
    expect(seen[0]).toMatchObject({ closed: { title: expect.any(String) } });
    expect(seen[1].messages[0].author).toEqual({});
    expect(seen[2].messages).toEqual([]);
    await query((db) =>
      db
        .update(accounts)
        .set({ status: "active" })
        .where(eq(accounts.id, the(partner).accountId)),
    );
  });

  test("until somebody who is mentioned may not be named any more", async () => {
    const { memberId = "", accountId } = the(observer);
    const input = { roomId, words: "@Lin ?", mentions: [memberId ?? ""] };
    await transaction((tx) => postMessage(tx, the(lead), input));
    const { mark, body } = await ask(the(partner));
    expect(body.messages[0].to[0].name.text).toBe("Meihua Lin");
    const become = (status: "suspended" | "active") =>
      query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, accountId)));
    await become("suspended");
    const next = await ask(the(partner), mark);
    await become("active");
    expect(next.status).toBe(200);
    expect(next.body.messages[0].to).toEqual([{}]);
  });

  test("who is removed is told nothing more, whatever they know", async () => {
    const { mark } = await ask(the(partner));
    await transaction((tx) =>
      removeFromRoom(tx, the(lead), { roomId, memberId: the(partner).memberId }),
    );
    expect(await ask(the(partner), mark)).toMatchObject({ status: 404, mark: "", body: {} });
  });
});
