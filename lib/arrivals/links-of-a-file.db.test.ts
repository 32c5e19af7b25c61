import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeArrival } from "@/db/arrival-factory";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { eventsOn, mailsToAll } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { imports } from "@/db/schema/imports";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import { LOCALES } from "@/lib/core/i18n/locales";
import { renderMail } from "@/lib/core/mail/render-mail";
import { copyLink, queueLinks, queueReminders, sendNextLinks } from "./links.mutations";
import { findArrival } from "./queries";
import { areLinksLeaving, countArrivals, isRemindable } from "./waiting.queries";

// As the worker does.
workAsOwner(60_000);

let administrator: Viewer;

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
});

afterAll(closeDatabase);

/** Eight at once, as there are connections. */
async function someAtOnce<One, Made>(
  all: readonly One[],
  make: (one: One, index: number) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < all.length; from += 8) {
    const some = all.slice(from, from + 8);
    made.push(...(await Promise.all(some.map((one, at) => make(one, from + at)))));
  }
  return made;
}

/** Pending people of a file, in the three languages by turns. */
async function fileOf(count: number) {
  const people = await someAtOnce(Array.from({ length: count }), (_, index) =>
    transaction((tx) => makeArrival(tx, { locale: LOCALES[index % 3] })),
  );
  const [made] = await query((db) =>
    db
      .insert(imports)
      .values({
        ...{ madeBy: administrator.accountId, fileName: "members.csv", locale: "fr" },
        ...{ sheet: {} as never, rowCount: count, state: "done", endedAt: new Date() },
        brought: {
          organisations: [],
          joined: [],
          people: people.map((one, row) => ({ ...one, row, organisationId: null })),
        },
      })
      .returning({ id: imports.id }),
  );
  if (!made) throw new Error("no import");
  return { importId: made.id, ids: people.map(({ accountId }) => accountId) };
}

async function sendAll(importId: string | null, { again = false, day = today() } = {}) {
  let sent = 0;
  for (;;) {
    const now = await transaction((tx) =>
      sendNextLinks(tx, administrator, { importId, again, day }),
    );
    if (now === 0) return sent;
    sent += now;
  }
}

describe("the links of a file", () => {
  test("are mailed once each with two workers, and each of 300 opens in its own language", async () => {
    const { importId, ids } = await fileOf(300);
    expect((await countArrivals(administrator, importId))["no-link"]).toBe(300);
    const sent = await Promise.all([sendAll(importId), sendAll(importId)]);
    expect(sent[0] + sent[1]).toBe(300);
    expect((await countArrivals(administrator, importId))["no-link"]).toBe(0);
    const letters = await mailsToAll(ids);
    expect(new Set(letters.map(({ accountId }) => accountId)).size).toBe(300);
    expect(letters).toHaveLength(300);
    const ofLanguage = LOCALES.map((one) => letters.filter(({ locale }) => locale === one).length);
    expect(ofLanguage).toEqual([100, 100, 100]);
    await someAtOnce(letters, async ({ kind, locale, data }) => {
      const { text } = renderMail(kind as "comeIn", locale, data as Record<string, string>);
      const [, language, token = ""] = /\/(fr|en|zh)\/come-in\?token=([\w-]+)/.exec(text) ?? [];
      expect(language).toBe(locale);
      expect(await findArrival(token)).toMatchObject({ link: "open", isFromFile: true });
    });
  }, 60_000);

  test("leave out who has come in, has a link, or is being deleted", async () => {
    const { importId, ids } = await fileOf(4);
    const [active = "", linked = "", leaving = "", waiting = ""] = ids;
    await query((db) =>
      db.update(accounts).set({ status: "active" }).where(eq(accounts.id, active)),
    );
    await transaction((tx) => copyLink(tx, administrator, { accountId: linked }));
    await query((db) =>
      db.update(accounts).set({ erasureDueAt: new Date() }).where(eq(accounts.id, leaving)),
    );
    expect(await sendAll(importId)).toBe(1);
    expect((await mailsToAll(ids)).map(({ accountId }) => accountId)).toEqual([waiting]);
  });

  test("are asked for and sent by administrators alone", async () => {
    const { importId } = await fileOf(1);
    const moderator = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
    const ask = (viewer: Viewer) => transaction((tx) => queueLinks(tx, viewer, { importId }));
    await expect(ask(moderator)).rejects.toMatchObject({ code: "notFound" });
    await Promise.all([ask(administrator), ask(administrator)]);
    await transaction((tx) => queueReminders(tx, administrator));
    await expect(
      transaction((tx) => sendNextLinks(tx, moderator, { importId, again: false, day: today() })),
    ).rejects.toMatchObject({ code: "notFound" });
  });
});

test("asked for, they are known to leave until the worker has mailed them, to administrators alone", async () => {
  const { importId } = await fileOf(1);
  const moderator = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
  const areDone = () =>
    query((db) =>
      db.execute(sql`select graphile_worker.complete_jobs(array_agg(id))
        from graphile_worker.jobs where task_identifier = 'send-links'`),
    );
  await areDone();
  expect(await areLinksLeaving(administrator)).toBe(false);
  await transaction((tx) => queueLinks(tx, administrator, { importId }));
  expect(await areLinksLeaving(administrator)).toBe(true);
  expect(await areLinksLeaving(moderator)).toBe(false);
  await areDone();
  expect(await areLinksLeaving(administrator)).toBe(false);
});

describe("who does not come", () => {
  const isOne = async (accountId: string, which: ReturnType<typeof isRemindable>) =>
    (await query((db) => db.$count(accounts, sql`${accounts.id} = ${accountId} and ${which}`))) ===
    1;

  test("is reminded once, fourteen days after the link", async () => {
    const { importId, ids } = await fileOf(2);
    const day = today();
    await sendAll(importId);
    const [one = ""] = ids;
    expect(await isOne(one, isRemindable(addDays(day, 13)))).toBe(false);
    expect(await isOne(one, isRemindable(addDays(day, 14)))).toBe(true);
    const later = { again: true, day: addDays(day, 14) };
    const sent = await Promise.all([sendAll(importId, later), sendAll(importId, later)]);
    expect(sent[0] + sent[1]).toBe(2);
    expect(await sendAll(importId, { again: true, day: addDays(day, 60) })).toBe(0);
    const kinds = (await mailsToAll(ids)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(["comeIn", "comeIn", "comeInAgain", "comeInAgain"]);
    const opened = "password.link-opened";
    const told = [opened, "account.invited", opened, "account.reminded"];
    expect(await eventsOn(one)).toEqual(told);
  });
});
