import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import nodeIcal from "node-ical";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { RegistrationState } from "@/db/enums-of-events";
import { makeEvent } from "@/db/event-factory";
import { makeMember } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { makeRegistration } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { calendarFeeds } from "@/db/schema/calendar-feeds";
import { entries } from "@/db/schema/entries";
import { eventPeople, events } from "@/db/schema/events";
import { hashToken } from "@/lib/core/auth/tokens";
import { getOwnFeed, listPublicCalendar } from "./calendar.queries";
import { makeFeed, withdrawFeed } from "./feeds.mutations";
import { answerWithOwnFeed } from "./own-feed-route";

type Person = Awaited<ReturnType<typeof makeMember>>;

let lin: Person;
let other: Person;

beforeEach(() =>
  transaction(async (tx) => {
    lin = await makeMember(tx);
    other = await makeMember(tx);
  }),
);

afterAll(closeDatabase);

const make = (viewer: Person) => transaction((tx) => makeFeed(tx, viewer));

const ask = (token: string, headers = {}) =>
  answerWithOwnFeed(
    new Request("http://localhost:3000/api/calendars/x", { headers }),
    `${token}.ics`,
  );

/** The titles that a feed holds, by their keys. */
async function readFeed(token: string) {
  const answer = await ask(token);
  expect(answer.status).toBe(200);
  const parsed = Object.values(nodeIcal.sync.parseICS(await answer.text()));
  return parsed.flatMap((one) => (one?.type === "VEVENT" ? [[one.uid, one.status]] : []));
}

const startsAt = new Date(Date.now() + 20 * 86_400_000);
const endsAt = new Date(startsAt.getTime() + 7_200_000);

const plan = (values: Partial<typeof events.$inferInsert> = {}, invited: Person[] = []) =>
  transaction(async (tx) => {
    const { id } = await makeEvent(tx, [], { moderation: "published" });
    await tx
      .update(events)
      .set({ startsAt, endsAt, ...values })
      .where(eq(events.id, id));
    for (const { memberId } of invited)
      await tx.insert(eventPeople).values({ eventId: id, memberId, role: "invited" });
    return id;
  });

test("a feed holds what its member is invited to, and nothing of others", async () => {
  const mine = await plan({ audience: "invited" }, [lin]);
  await plan({ audience: "invited" }, [other]);
  await plan({ audience: "public" });
  const token = await make(lin);
  expect(await readFeed(token)).toEqual([[mine, "CONFIRMED"]]);
});

test("it holds where they have a place or are offered one, and not where they wait or have cancelled", async () => {
  const register = async (state: RegistrationState, who = lin) => {
    const eventId = await plan();
    const offeredUntil = state === "offered" ? new Date(Date.now() + 3_600_000) : null;
    await transaction((tx) =>
      makeRegistration(tx, { eventId, memberId: who.memberId, state, offeredUntil }),
    );
    return eventId;
  };
  const [confirmed, offered] = [await register("confirmed"), await register("offered")];
  for (const state of ["pending", "waiting", "declined", "cancelled"] as const) {
    await register(state);
  }
  await register("confirmed", other);
  const held = (await readFeed(await make(lin))).map(([uid]) => uid);
  expect(held.sort()).toEqual([confirmed, offered].sort());
});

test("what is cancelled says so; what was taken down or withdrawn, or is long over, is gone", async () => {
  const cancelled = await plan({ progress: "cancelled" }, [lin]);
  const [hidden, withdrawn] = [await plan({}, [lin]), await plan({}, [lin])];
  const old = new Date("2020-01-01T10:00:00Z");
  await plan({ startsAt: old, endsAt: new Date(old.getTime() + 1000) }, [lin]);
  await query((db) =>
    db.update(entries).set({ hiddenAt: new Date() }).where(eq(entries.id, hidden)),
  );
  await query((db) =>
    db.update(entries).set({ moderation: "withdrawn" }).where(eq(entries.id, withdrawn)),
  );
  expect(await readFeed(await make(lin))).toEqual([[cancelled, "CANCELLED"]]);
});

test("only the hash of the secret is kept, and the act is told without it", async () => {
  const token = await make(lin);
  const [row] = await query((db) =>
    db
      .select({ tokenHash: calendarFeeds.tokenHash })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.accountId, lin.accountId)),
  );
  expect(row?.tokenHash).toBe(hashToken(token));
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(await eventsOn(lin.accountId)).toContain("calendar.made");
});

test("made again the first opens nothing, and withdrawn none does", async () => {
  const first = await make(lin);
  const second = await make(lin);
  expect((await ask(first)).status).toBe(404);
  expect((await ask(second)).status).toBe(200);
  expect(await getOwnFeed(lin)).toBeInstanceOf(Date);
  await transaction((tx) => withdrawFeed(tx, lin));
  await transaction((tx) => withdrawFeed(tx, lin));
  expect((await ask(second)).status).toBe(404);
  expect(await getOwnFeed(lin)).toBeNull();
  const told = (await eventsOn(lin.accountId)).filter((one) => one === "calendar.withdrawn");
  expect(told).toHaveLength(1);
});

test("made by two at once there is one, and it opens", async () => {
  const tokens = await Promise.all([make(lin), make(lin), make(lin)]);
  const answers = await Promise.all(tokens.map((token) => ask(token)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
});

test("it is dead while its account is suspended, and lives once that is over", async () => {
  const token = await make(lin);
  const set = (status: "active" | "suspended") =>
    query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, lin.accountId)));
  await set("suspended");
  const answer = await ask(token);
  expect([answer.status, await answer.text()]).toEqual([404, ""]);
  await set("active");
  expect((await ask(token)).status).toBe(200);
});

test("who may not read gets none", async () => {
  const suspended = { ...lin, status: "suspended" as const };
  await expect(make(suspended)).rejects.toMatchObject({ code: "notFound" });
});

test("what is no secret is not found, and who has it as it is is told so", async () => {
  for (const name of ["", "x", "a".repeat(43), `${"a".repeat(42)}%`, randomUUID()]) {
    expect((await ask(name)).status, name).toBe(404);
  }
  await plan({}, [lin]);
  const token = await make(lin);
  const etag = (await ask(token)).headers.get("etag") ?? "";
  expect((await ask(token, { "if-none-match": etag })).status).toBe(304);
  expect((await ask(token)).headers.get("cache-control")).toBe("private, no-cache");
});

test("the public feed holds what everybody may read alone", async () => {
  const open = await plan({ audience: "public" });
  const [members, invited] = [
    await plan({ audience: "members" }),
    await plan({ audience: "invited" }),
  ];
  const ids = (await listPublicCalendar()).map(({ id }) => id);
  expect(ids).toContain(open);
  expect(ids).not.toContain(members);
  expect(ids).not.toContain(invited);
});
