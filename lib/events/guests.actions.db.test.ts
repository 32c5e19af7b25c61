import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import { LIMITS } from "@/lib/core/auth/rate-limit";
import type { FormAction, FormState } from "@/lib/core/form-state";
import { log } from "@/lib/core/log";
import { getDoor } from "./attendance.queries";
import { guestToken } from "./guest-link";
import {
  askAsGuestAction,
  cancelAsGuestAction,
  changeAsGuestAction,
  confirmGuestAction,
  takeAsGuestAction,
} from "./guests.actions";
import { listComing, listRegistrations } from "./registrations.queries";

const world = vi.hoisted(() => ({ client: "" }));

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`redirected ${to}`);
  },
}));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({ origin: "http://localhost:3000", "x-club-client": world.client }),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => null }));

afterAll(closeDatabase);

/** Posts a form of visitors; gives all of the answer, or where it leads. */
async function post(action: FormAction, values: Record<string, string>, client = randomUUID()) {
  world.client = client;
  const form = new FormData();
  for (const [name, value] of Object.entries({ _locale: "fr", ...values })) form.set(name, value);
  return action({ status: "idle" }, form).catch((error: Error): FormState => {
    if (!error.message.startsWith("redirected")) throw error;
    return { status: "done", message: error.message, at: "" };
  });
}

const open = (values = {}) =>
  transaction((tx) => makeOpenEvent(tx, { audience: "public", ...values }));

test("an address that is new, a member's, registered, or a machine's gets the same answer to the byte, no sooner", async () => {
  const event = await open();
  const member = await transaction((tx) => makeMember(tx));
  const [account] = await query((db) =>
    db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, member.accountId)),
  );
  const known = await transaction((tx) => makeGuest(tx, event.id, {}, {}));
  const form = { eventId: event.id, slug: event.slug, name: "Anne Zola" };
  const written = vi.spyOn(log, "info");
  const answers: string[] = [];
  const addresses = [`${randomUUID()}@example.org`, account?.email ?? "", known.email];
  for (const email of [...addresses, "a-machine@example.org"]) {
    const since = performance.now();
    const homepage = email === "a-machine@example.org" ? "https://example.org" : "";
    answers.push(JSON.stringify(await post(askAsGuestAction, { ...form, email, homepage })));
    expect(performance.now() - since).toBeGreaterThan(550);
  }
  expect(new Set(answers)).toEqual(
    new Set([
      JSON.stringify({
        status: "done",
        message: `redirected /fr/events/${event.slug}/guest?sent=yes`,
        at: "",
      }),
    ]),
  );
  const lines = JSON.stringify(written.mock.calls);
  written.mockRestore();
  for (const address of addresses) expect(lines).not.toContain(address);
  const kept = await query((db) =>
    db.$count(eventGuests, eq(eventGuests.email, "a-machine@example.org")),
  );
  expect(kept).toBe(0);
});

test("an address is written to six times at once, whoever asks, and then asked to wait", async () => {
  const event = await open();
  const form = { eventId: event.id, slug: event.slug, name: "Anne Zola" };
  const email = `${randomUUID()}@example.org`;
  const answers = [];
  for (let n = 0; n < 8; n += 1) answers.push(await post(askAsGuestAction, { ...form, email }));
  const refused = answers.filter((one) => one.status === "failed");
  expect(refused.length).toBeGreaterThanOrEqual(2);
  expect(refused[0]).toMatchObject({ code: "tooManyRequests" });
}, 30_000);

test("a link that is altered acts on nothing, ten tries at most; one that is good acts on its own alone", async () => {
  const event = await open({ capacity: 1 });
  const [mine, other] = await transaction(async (tx) => [
    await makeGuest(tx, event.id, { confirmedAt: new Date() }, {}),
    await makeGuest(tx, event.id, { confirmedAt: new Date() }, { state: "waiting" }),
  ]);
  const token = guestToken(mine?.guestId ?? "");
  const target = (of: typeof mine) => ({
    registrationId: of?.registration?.id ?? "",
    version: String(of?.registration?.version),
  });
  const altered = `${token.slice(0, -4)}AAAA`;
  const client = randomUUID();
  for (let n = 0; n < LIMITS.answerLink.points; n += 1) {
    const answer = await post(cancelAsGuestAction, { token: altered, ...target(mine) }, client);
    expect(answer).toMatchObject({ code: "guestLinkOver" });
  }
  expect(await post(confirmGuestAction, { token: altered }, client)).toMatchObject({
    code: "tooManyRequests",
  });
  expect(await post(cancelAsGuestAction, { token, ...target(other) })).toMatchObject({
    code: "notFound",
  });
  expect(await post(takeAsGuestAction, { token, ...target(mine) })).toMatchObject({
    code: "moveNotAllowed",
  });
  const done = await post(cancelAsGuestAction, { token, ...target(mine) });
  expect(done.status).toBe("done");
  const again = await post(cancelAsGuestAction, { token, ...target(mine) });
  expect(again).toMatchObject({ code: "conflict" });
  const states = await query((db) =>
    db
      .select({ state: eventRegistrations.state })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, event.id))
      .orderBy(eventRegistrations.queue),
  );
  expect(states).toEqual([{ state: "cancelled" }, { state: "offered" }]);
});

test("a guest changes what they gave by their link, and nobody else's", async () => {
  const event = await open({ companionsMost: 1 });
  const [mine, other] = await transaction(async (tx) => [
    await makeGuest(tx, event.id, { confirmedAt: new Date() }, { companions: ["李娜"] }),
    await makeGuest(tx, event.id, { confirmedAt: new Date() }, {}),
  ]);
  const token = guestToken(mine?.guestId ?? "");
  const change = (of: typeof mine, companions: string, name = "Anne Zöla") =>
    post(changeAsGuestAction, {
      ...{ token, registrationId: of?.registration?.id ?? "", companions, note: "Sans gluten" },
      name,
      version: String(of?.registration?.version),
    });
  expect(await change(other, "")).toMatchObject({ code: "notFound" });
  expect(await change(mine, "李娜\nAnne")).toMatchObject({
    fields: { companions: expect.anything() },
  });
  expect(await change(mine, "")).toMatchObject({ status: "done" });
  const { seats, note, queue, version } = eventRegistrations;
  const rows = await query((db) =>
    db
      .select({ seats, note })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, event.id))
      .orderBy(queue),
  );
  expect(rows).toEqual([
    { seats: 1, note: "Sans gluten" },
    { seats: 1, note: null },
  ]);
  // Their own name too, which organisers read at the door and the next letter says; never none.
  const named = () =>
    query((db) =>
      db
        .select({ name: eventGuests.name })
        .from(eventGuests)
        .where(eq(eventGuests.eventId, event.id)),
    );
  expect((await named()).map(({ name }) => name).sort()).toEqual(
    ["Anne Zöla", "Aurélie Vannequin"].sort(),
  );
  const [row] = await query((db) =>
    db
      .select({ version })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.id, mine?.registration?.id ?? "")),
  );
  const nameless = {
    token,
    registrationId: mine?.registration?.id ?? "",
    version: String(row?.version),
    name: " ",
  };
  expect(await post(changeAsGuestAction, nameless)).toMatchObject({
    fields: { name: expect.anything() },
  });
});

test("keepers read guests by name and address, members the names of those who let them, visitors nobody", async () => {
  const [keeper, reader] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx),
  ]);
  if (!keeper || !reader) throw new Error("nobody");
  const event = await transaction(async (tx) => {
    const host = await makeOrganisation(tx, {}, [keeper]);
    const made = await makeOpenEvent(tx, { audience: "public" }, [host.id]);
    const { memberId } = reader;
    await makeRegistration(tx, { eventId: made.id, memberId, isShown: true });
    await makeGuest(
      tx,
      made.id,
      { name: "Zoé Shown", email: "shown@example.org" },
      { isShown: true, companions: ["李娜"] },
    );
    await makeGuest(tx, made.id, { name: "Yves Hidden", email: "hidden@example.org" }, {});
    return made;
  });
  const asked = { eventId: event.id, state: "confirmed", page: 1 } as const;
  const { rows } = await listRegistrations(keeper, asked);
  expect(rows.map(({ guest }) => guest)).toEqual([
    null,
    { name: "Zoé Shown", email: "shown@example.org" },
    { name: "Yves Hidden", email: "hidden@example.org" },
  ]);
  expect(rows.map(({ isOwn, by }) => [isOwn, by === null])).toEqual([
    [false, expect.any(Boolean)],
    [false, true],
    [false, true],
  ]);
  expect((await listRegistrations(reader, asked)).rows).toEqual([]);
  const door = await getDoor(keeper, event.slug);
  expect(door?.expected.map(({ guestName }) => guestName)).toContain("Zoé Shown");
  expect(JSON.stringify(door)).not.toContain("@example.org");
  const coming = await listComing(reader, event.id);
  expect(coming.map(({ guest }) => guest)).toEqual([null, "Zoé Shown"]);
  expect(JSON.stringify(coming)).not.toMatch(/Hidden|@example/);
  expect(await listComing(null, event.id)).toEqual([]);
});
