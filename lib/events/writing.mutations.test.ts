import { eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { REGISTRATION_STATES } from "@/db/enums-of-events";
import { makeMember, makeOrganisation } from "@/db/factories";
import { codeOf, eventsOn, lettersTo, mailsTo } from "@/db/read-back";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { auditDetails, auditEvents } from "@/db/schema/audit";
import { events } from "@/db/schema/events";
import { notices } from "@/db/schema/notices";
import { LIMITS } from "@/lib/core/auth/rate-limit";
import { findReader } from "@/lib/core/auth/reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { LOCALES } from "@/lib/core/i18n/locales";
import { renderMail } from "@/lib/core/mail/render-mail";
import { tellWritten, writeToSeated } from "./writing.mutations";

type Person = Viewer & { memberId: string };

const WORDS = "Rendez-vous à 18 h 15, entrée Nord.\nLa porte Sud est fermée.";

let keeper: Person;
let host: string;

beforeAll(() =>
  transaction(async (tx) => {
    keeper = await makeMember(tx);
    host = (await makeOrganisation(tx, {}, [keeper])).id;
  }),
);

const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });

afterAll(async () => {
  await Promise.all([owner.end(), closeDatabase()]);
});

const open = (values = {}) => transaction((tx) => makeOpenEvent(tx, values, [host]));
const someone = (more = {}) => transaction((tx) => makeMember(tx, {}, more)) as Promise<Person>;

const come = async (eventId: string, more = {}) => {
  const one = await someone();
  await transaction((tx) => makeRegistration(tx, { eventId, memberId: one.memberId, ...more }));
  return one;
};

const write = (eventId: string, viewer: Viewer = keeper) =>
  transaction((tx) => writeToSeated(tx, viewer, { eventId, words: WORDS }));

type Job = { eventId: string; by: string; words: string; after: number };

/** What the worker was left to do of an event, in order. */
const jobsOf = async (eventId: string): Promise<Job[]> => {
  const rows = await owner<{ payload: Job }[]>`select payload
    from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'tell-event-words' and payload ->> 'eventId' = ${eventId}
    order by job.id`;
  return rows.map(({ payload }) => payload);
};

const tell = async (job: Job) => {
  const writer = await findReader(job.by);
  await transaction((tx) => tellWritten(tx, writer as Viewer, job));
};

/** Tells as the worker does, each job once. */
const tellAll = async (eventId: string) => {
  for (let done = 0; ; done += 1) {
    const job = (await jobsOf(eventId))[done];
    if (!job) return done;
    await tell(job);
  }
};

const wordsTo = async (one: Person) =>
  (await mailsTo(one))
    .filter(({ kind }) => kind === "eventMessage")
    .map(({ data }) => (data as { words: string }).words);

const setStatus = ({ accountId }: Person, status: "suspended") =>
  query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, accountId)));

const keepNoMore = ({ memberId }: Person) =>
  query((db) => db.delete(affiliations).where(eq(affiliations.memberId, memberId)));

test("whoever keeps an event writes to all who have a place, a guest too, and to nobody else", async () => {
  const { id } = await open();
  const people = await Promise.all(
    REGISTRATION_STATES.map(async (state) => {
      const until = state === "offered" && { offeredUntil: new Date("2031-10-14T06:00:00Z") };
      return [state, await come(id, { state, ...until })] as const;
    }),
  );
  const guest = await transaction((tx) => makeGuest(tx, id, {}, {}));
  await write(id);
  await tellAll(id);
  const heard = await Promise.all(people.map(async ([state, one]) => [state, await wordsTo(one)]));
  const seated = ["offered", "confirmed", "attended"];
  expect(Object.fromEntries(heard)).toEqual(
    Object.fromEntries(
      REGISTRATION_STATES.map((state) => [state, seated.includes(state) ? [WORDS] : []]),
    ),
  );
  expect(await lettersTo(guest.email)).toMatchObject([
    { kind: "eventMessage", data: { words: WORDS, to: expect.stringContaining("/guest?token=") } },
  ]);
  // What is written to them is in their letter alone, and with who wrote it.
  const kept = await query((db) =>
    db.select({ data: notices.data }).from(notices).where(eq(notices.subjectId, id)),
  );
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toContain("18 h 15");
  const { personal, accountId } = auditDetails;
  const trail = await query((db) =>
    db
      .select({ name: auditEvents.name, actorId: auditEvents.actorId, accountId, personal })
      .from(auditEvents)
      .leftJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id),
  );
  const by = keeper.accountId;
  expect(trail).toEqual([
    { name: "event.written", actorId: by, accountId: by, personal: { words: WORDS } },
    { name: "event.words-told", actorId: null, accountId: null, personal: null },
  ]);
});

test.each(LOCALES)("in %s its letter quotes what they wrote", (locale) => {
  const data = { name: "A", title: "Payer en Chine", words: WORDS, to: "/events" };
  const { subject, text } = renderMail("eventMessage", locale, data);
  expect(subject).toContain("Payer en Chine");
  expect(text).toContain("> La porte Sud est fermée.");
  // It also goes to those who came, once they have left.
  expect(text).not.toMatch(/has a place/);
});

test("of many each hears once, fifty at a time", async () => {
  const { id } = await open();
  const people: Person[] = [];
  for (let made = 0; made < 51; made += 1) people.push(await come(id));
  await write(id);
  expect(await tellAll(id)).toBe(2);
  for (const one of people) expect(await wordsTo(one)).toEqual([WORDS]);
});

test("nobody else writes to them, and who wrote before it was taken back writes to nobody", async () => {
  const { id } = await open();
  const there = await come(id);
  for (const viewer of [there, await someone({ role: "moderator" })]) {
    expect(await codeOf(write(id, viewer))).toBe("notFound");
  }
  await write(id);
  await query((db) => db.update(events).set({ progress: "cancelled" }).where(eq(events.id, id)));
  const [job] = await jobsOf(id);
  expect(await codeOf(tell(job as Job))).toBe("notFound");
  expect(await wordsTo(there)).toEqual([]);
});

test.each([
  ["is suspended", (by: Person) => setStatus(by, "suspended")],
  ["keeps it no more", (by: Person) => keepNoMore(by)],
])("what somebody wrote who %s since is told to nobody", async (_name, change) => {
  const writer = await someone();
  const organisation = await transaction((tx) => makeOrganisation(tx, {}, [writer]));
  const { id } = await transaction((tx) => makeOpenEvent(tx, {}, [organisation.id]));
  const there = await come(id);
  await write(id, writer);
  await change(writer);
  const [job] = await jobsOf(id);
  expect(await codeOf(tell(job as Job))).toBe("notFound");
  expect(await wordsTo(there)).toEqual([]);
});

test("there is nobody to write to at an event without places taken, one called off, or long over", async () => {
  const { id } = await open();
  await come(id, { state: "waiting" });
  await come(id, { state: "absent" });
  expect(await codeOf(write(id))).toBe("nobodySeated");
  expect(await eventsOn(id)).toEqual([]);
  expect(await codeOf(write((await open({ progress: "cancelled" })).id))).toBe("moveNotAllowed");
  const past = { startsAt: new Date("2020-01-01"), endsAt: new Date("2020-01-02") };
  const { id: old } = await open(past);
  await come(old, { state: "attended" });
  expect(await codeOf(write(old))).toBe("moveNotAllowed");
});

test("those who come get so many messages an hour at most, and what was refused counts for none", async () => {
  const { id } = await open();
  for (let tries = 0; tries < 3; tries += 1) expect(await codeOf(write(id))).toBe("nobodySeated");
  await come(id);
  for (let sent = 0; sent < LIMITS.eventWords.points; sent += 1) await write(id);
  expect(await codeOf(write(id))).toBe("tooManyRequests");
  const { id: other } = await open();
  await come(other);
  expect(await codeOf(write(other))).toBe("done");
});
