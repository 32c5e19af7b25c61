import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { mailsTo } from "@/db/read-back";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { renderMail } from "@/lib/core/mail/render-mail";
import { tellOfChange } from "./changes.mutations";
import type { Held } from "./event-changes";
import { settleRegistration } from "./settling.mutations";

type Person = Viewer & { memberId: string };

let keeper: Person;
let coming: Person;
let host: string;

beforeAll(() =>
  transaction(async (tx) => {
    [keeper, coming] = [await makeMember(tx), await makeMember(tx)];
    host = (await makeOrganisation(tx, {}, [keeper])).id;
  }),
);

const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });

afterAll(async () => {
  await Promise.all([owner.end(), closeDatabase()]);
});

const SETTINGS = {
  ...{ capacity: 20, needsApproval: false, companionsMost: 1 },
  ...{ closes: null, onlineUrl: null, keepsSeated: false },
};

const priced = (when = {}) =>
  transaction(async (tx) => {
    const { id } = await makeOpenEvent(tx, { price: 35, ...when }, [host]);
    await makeRegistration(tx, { eventId: id, memberId: coming.memberId });
    return { id, guest: await makeGuest(tx, id, { locale: "zh" }, { eventId: id }) };
  });

const settle = (id: string, version: number, price: number | null) =>
  transaction((tx) => settleRegistration(tx, keeper, { id, version, price, ...SETTINGS }));

/** What the worker is to tell of an event, as its job holds it. */
const toTell = (id: string) => owner<{ before: Held; after: number }[]>`
  select payload -> 'before' as before, (payload ->> 'after')::int as after
  from graphile_worker._private_jobs
  where payload ->> 'eventId' = ${id} and payload -> 'before' is not null`;

test("who is registered hears what a place costs now and cost before, member and guest", async () => {
  const { id, guest } = await priced();
  await settle(id, 1, 45);
  const [job] = await toTell(id);
  if (!job) throw new Error("nobody is to be told");
  await transaction((tx) => tellOfChange(tx, { eventId: id, ...job }));
  const [told] = (await mailsTo(coming)).filter(({ kind }) => kind === "eventChanged");
  const { text } = renderMail("eventChanged", "fr", told?.data ?? {});
  expect(text).toMatch(/Tarif\u00a0: 45\s€ par personne\s+Avant\u00a0: 35\s€ par personne/u);
  const letters = await query((db) =>
    db.execute<{ data: Record<string, string> }>(
      sql`select data from mails where kind = 'eventChanged' and guest_id = ${guest.guestId}::uuid`,
    ),
  );
  expect(renderMail("eventChanged", "zh", letters[0]?.data ?? {}).text).toContain(
    "费用：每人45欧元",
  );
});

test("a job that an older version queued, which knew no price, tells of none", async () => {
  const { id } = await priced();
  await settle(id, 1, 45);
  const [job] = await toTell(id);
  const { price: _, ...before } = job?.before ?? ({} as Held);
  const input = { eventId: id, before: { ...before, format: "online" } as Held, after: 0 };
  await transaction((tx) => tellOfChange(tx, input));
  const told = (await mailsTo(coming)).filter(({ kind }) => kind === "eventChanged").at(-1);
  const { text } = renderMail("eventChanged", "fr", told?.data ?? {});
  expect(text).toContain("En ligne");
  expect(text).not.toContain("Tarif");
});

test("what stays as it is, or changes in other ways than its price, is told to nobody", async () => {
  const { id } = await priced();
  await settle(id, 1, 35);
  expect(await toTell(id)).toHaveLength(0);
});

test("what an event cost stays as it was once it is over", async () => {
  const over = {
    startsAt: new Date("2026-01-15T06:00:00Z"),
    endsAt: new Date("2026-01-15T08:00:00Z"),
  };
  const { id } = await priced(over);
  await expect(settle(id, 1, 45)).rejects.toThrow("eventIsOver");
  expect(await toTell(id)).toHaveLength(0);
});
