import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { eventHosts, eventPeople, events } from "@/db/schema/events";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { publishEntry, saveEntry } from "@/lib/entries/verbs.mutations";
import { listNextEvents } from "./agenda.queries";
import { EVENTS } from "./event";
import { setHosts, startEvent, submitEvent } from "./mutations";
import { EVENT_VERBS } from "./noun.queries";
import { getEvent } from "./queries";

type Person = Viewer & { memberId: string };

let administrator: Person;
let moderator: Person;
let manager: Person;
let colleague: Person;
let other: Person;
let host: string;
let foreign: string;

beforeAll(() =>
  transaction(async (tx) => {
    const member = async (values = {}) => (await makeMember(tx, {}, values)) as Person;
    administrator = await member({ role: "administrator" });
    moderator = await member({ role: "moderator" });
    [manager, colleague, other] = [await member(), await member(), await member()];
    host = (await makeOrganisation(tx, {}, [manager])).id;
    foreign = (await makeOrganisation(tx)).id;
    const belongs = { organisationId: host, role: "person", isMain: true } as const;
    await tx.insert(affiliations).values({ memberId: colleague.memberId, ...belongs });
  }),
);

afterAll(closeDatabase);

const CONTENT = { originalLocale: "fr", title: { fr: "Petit-déjeuner" } } as const;

const start = (viewer: Viewer, hosts: string[]) =>
  transaction((tx) => startEvent(tx, viewer, { content: CONTENT, hosts }));

const read = async (id: string) => {
  const { moderation, version } = entries;
  const { startsAt, endsAt } = events;
  const [row] = await query((db) =>
    db
      .select({ moderation, version, startsAt, endsAt })
      .from(entries)
      .innerJoin(events, eq(events.id, entries.id))
      .where(eq(entries.id, id)),
  );
  if (!row) throw new Error("no such event");
  return row;
};

test("whoever manages a host begins one, and an administrator one of the club alone", async () => {
  const theirs = await start(manager, [host]);
  const clubs = await start(administrator, []);
  expect(await eventsOn(theirs.id)).toEqual(["event.drafted"]);
  for (const [viewer, slug] of [
    [manager, theirs.slug],
    [administrator, clubs.slug],
  ] as const) {
    expect((await getOwnEntry(viewer, EVENTS, slug, "fr"))?.moderation).toBe("draft");
  }
  expect(await getOwnEntry(manager, EVENTS, clubs.slug, "fr")).toBeNull();
  await expect(start(colleague, [host])).rejects.toThrow("notFound");
  // Whoever manages some is told which field lacks one of them.
  const lacking = { code: "noneOfYours", field: "hosts" };
  for (const named of [[], [foreign]]) {
    await expect(start(manager, named)).rejects.toMatchObject(lacking);
  }
  await expect(start(colleague, [])).rejects.toThrow("notFound");
});

test("the instants follow from what its clocks show", async () => {
  const { id } = await start(manager, [host]);
  const save = (content: object, version: number) =>
    transaction((tx) => saveEntry(tx, manager, EVENT_VERBS, { id, version, content }));
  const drafted = await read(id);
  const times = { starts: "2026-03-28 09:00", ends: "2026-03-30 09:00", zone: "lyon" };
  await save(times, drafted.version);
  const paris = await read(id);
  expect(paris.startsAt?.toISOString()).toBe("2026-03-28T08:00:00.000Z");
  expect(paris.endsAt?.toISOString()).toBe("2026-03-30T07:00:00.000Z");
  await save({ zone: "beijing" }, paris.version);
  const beijing = await read(id);
  expect(beijing.startsAt?.toISOString()).toBe("2026-03-28T01:00:00.000Z");
  // A draft may say so: it is told on its field, and refused when it is handed in.
  await save({ ends: "2026-03-27 09:00" }, beijing.version);
  expect(await read(id)).toMatchObject({ endsAt: null });
});

test("is handed in by its keeper, read by the team, and online", async () => {
  const { id, version } = await transaction((tx) => makeEvent(tx, [host]));
  const handIn = (viewer: Viewer) => transaction((tx) => submitEvent(tx, viewer, { id, version }));
  await expect(handIn(colleague)).rejects.toThrow("notFound");
  expect(await handIn(manager)).toMatchObject({ isOnline: false });
  const submitted = await read(id);
  await transaction((tx) =>
    publishEntry(tx, moderator, EVENT_VERBS, { id, version: submitted.version }),
  );
  expect((await read(id)).moderation).toBe("published");
});

test("one that ends before it starts, or is held nowhere, is not handed in", async () => {
  const refused = async (values: object, code: string) => {
    const { id, version } = await transaction((tx) => makeEvent(tx, [host], values));
    const handIn = (tx: Transaction) => submitEvent(tx, manager, { id, version });
    await expect(transaction(handIn)).rejects.toThrow(code);
  };
  await refused({ ends: "2031-10-15 07:00", endsAt: null }, "endsTooSoon");
  await refused({ place: null }, "eventPlaceNeeded");
});

test("who holds it is its keepers' to say until it was handed in", async () => {
  const { id, slug } = await start(manager, [host]);
  const set = (viewer: Viewer, version: number, hosts: string[]) =>
    transaction((tx) => setHosts(tx, viewer, { id, version, hosts }));
  await expect(set(manager, 1, [])).rejects.toThrow("conflict");
  const { version } = await read(id);
  await expect(set(other, version, [host])).rejects.toThrow("notFound");
  // They would leave themselves out.
  await expect(set(manager, version, [])).rejects.toThrow("noneOfYours");
  await set(manager, version, [host, host]);
  const { eventId, organisationId } = eventHosts;
  const rows = await query((db) =>
    db.select({ organisationId }).from(eventHosts).where(eq(eventId, id)),
  );
  expect(rows).toEqual([{ organisationId: host }]);
  expect((await getEvent(manager, slug))?.isOwn).toBe(true);
});

test("visitors, members and those who are asked each come upon theirs", async () => {
  const seenBy = async (audience: "public" | "members" | "invited") => {
    const { id, slug } = await transaction(async (tx) => {
      const made = await makeEvent(tx, [host], { moderation: "published", audience });
      await tx
        .insert(eventPeople)
        .values({ eventId: made.id, role: "invited", memberId: colleague.memberId });
      return made;
    });
    const seen = [];
    for (const viewer of [null, other, colleague, manager, moderator]) {
      const isListed = (await listNextEvents(viewer, 500)).some((event) => event.id === id);
      seen.push([Boolean(await getEvent(viewer, slug)), isListed]);
    }
    return seen;
  };
  const [yes, no] = [
    [true, true],
    [false, false],
  ];
  expect(await seenBy("public")).toEqual([yes, yes, yes, yes, yes]);
  expect(await seenBy("members")).toEqual([no, yes, yes, yes, yes]);
  // The agenda is for those who come: who keeps it finds it by its address.
  expect(await seenBy("invited")).toEqual([no, no, yes, [true, false], [true, false]]);
});

test("whoever is named to keep it edits it", async () => {
  const { id, slug } = await transaction((tx) => makeEvent(tx, [host]));
  expect(await getEvent(other, slug)).toBeNull();
  await query((db) =>
    db.insert(eventPeople).values({ eventId: id, role: "manager", memberId: other.memberId }),
  );
  expect((await getEvent(other, slug))?.isOwn).toBe(true);
});

test("an account that is no member begins none", async () => {
  const account = await transaction((tx) => makeAccount(tx));
  await expect(start(account, [host])).rejects.toThrow("notFound");
});
