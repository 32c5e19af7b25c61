import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { makeMailing } from "@/db/mailing-factory";
import { eventsOn, mailsTo } from "@/db/read-back";
import { mailings } from "@/db/schema/mailings";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { discardMailing, draftMailing, reviseMailing, tryMailing } from "./mutations";
import { getMailing, listMailings } from "./queries";
import { reviseMailingInput } from "./schema";

let administrator: Viewer;

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
});

afterAll(closeDatabase);

const draft = (kind: "notice" | "newsletter" | "announcement" = "notice") =>
  transaction((tx) => draftMailing(tx, administrator, { kind }));

const WORDS = { fr: "Assemblée", en: "Assembly", zh: "会员大会" };
const SAID = {
  ...{ subject: WORDS, body: WORDS, categories: [], shownUntil: null },
  ...{ cities: ["shanghai", "guangzhou"], sectors: [], locales: ["zh", "fr"] as ("zh" | "fr")[] },
};

const revise = (mailingId: string, version = 1, viewer = administrator) =>
  transaction((tx) => reviseMailing(tx, viewer, { mailingId, version, ...SAID }));

test("a draft keeps what is said, and the selection in its order", async () => {
  const { id } = await draft();
  await revise(id);
  expect(await getMailing(administrator, id)).toMatchObject({
    ...{ state: "draft", version: 2, subject: WORDS },
    ...{ cities: ["guangzhou", "shanghai"], locales: ["fr", "zh"] },
  });
  expect(await eventsOn(administrator.accountId)).toContain("mailing.revised");
});

test("of two who revise one draft the second is told", async () => {
  const { id } = await draft();
  await revise(id);
  await expect(revise(id)).rejects.toMatchObject({ code: "conflict" });
});

test("a draft is deleted, and what was sent stays, in its words too", async () => {
  const { id } = await draft();
  await transaction((tx) => discardMailing(tx, administrator, { mailingId: id, version: 1 }));
  expect(await getMailing(administrator, id)).toBeNull();
  const started = {
    startedBy: administrator.accountId,
    startedAt: new Date(),
    state: "sent",
  } as const;
  const sent = await transaction((tx) => makeMailing(tx, administrator.accountId, started));
  const isSent = eq(mailings.id, sent.id);
  const input = { mailingId: sent.id, version: 1 };
  const discarding = transaction((tx) => discardMailing(tx, administrator, input));
  await expect(discarding).rejects.toMatchObject({ code: "conflict" });
  await expect(revise(sent.id)).rejects.toMatchObject({ code: "conflict" });
  for (const change of [{ body: { fr: "Autre" } }, { cities: ["lyon"] }, { kind: "newsletter" }]) {
    const changing = query((db) =>
      db
        .update(mailings)
        .set(change as Partial<typeof mailings.$inferInsert>)
        .where(isSent),
    );
    await expect(changing).rejects.toThrow();
  }
  await expect(query((db) => db.delete(mailings).where(isSent))).rejects.toThrow();
});

test("whoever is no administrator neither writes nor reads", async () => {
  const { id } = await draft();
  const others = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx, {}, { role: "moderator" }),
    await makeAccount(tx, { role: "administrator", status: "suspended" }),
  ]);
  for (const other of others) {
    await expect(revise(id, 1, other)).rejects.toMatchObject({ code: "notFound" });
    const drafting = transaction((tx) => draftMailing(tx, other, { kind: "notice" }));
    await expect(drafting).rejects.toMatchObject({ code: "notFound" });
    expect(await getMailing(other, id)).toBeNull();
    expect(await listMailings(other, "fr")).toEqual([]);
  }
});

test("a test goes to whoever asks, in the language that they look at", async () => {
  const { id } = await transaction((tx) => makeMailing(tx, administrator.accountId));
  const input = { mailingId: id, version: 1, locale: "zh" } as const;
  await transaction((tx) => tryMailing(tx, administrator, input));
  const [mail] = await mailsTo(administrator);
  expect(mail).toMatchObject({ kind: "clubNotice", locale: "zh" });
  expect(mail?.data).toMatchObject({ mailing: id, isTest: "yes" });
});

test("a test is of the words that were read, not of those that took their place", async () => {
  const { id } = await draft();
  await revise(id);
  const tryIt = (version: number) =>
    transaction((tx) => tryMailing(tx, administrator, { mailingId: id, version, locale: "fr" }));
  await expect(tryIt(1)).rejects.toMatchObject({ code: "conflict" });
  expect(await tryIt(2)).toEqual({ state: "draft" });
});

describe("what a form may send", () => {
  const key = { mailingId: "7f0e2a50-6a38-4f0c-9d63-1d6a7f0c1a11", version: "1" };
  const faults = (values: Record<string, unknown>) => {
    const read = reviseMailingInput.safeParse({ ...key, ...values });
    return read.success
      ? []
      : read.error.issues.map(({ path, message }) => [path.join("."), message]);
  };
  const text = (values: Record<string, unknown>) => reviseMailingInput.parse({ ...key, ...values });

  test("a subject is one line: no header comes with it", () => {
    const subject = { fr: "Dîner\r\nBcc: tous@example.org" };
    expect(faults({ subject })).toEqual([["subject.fr", "oneLine"]]);
  });

  test("a text of 100 kB is refused, and one with NUL", () => {
    expect(faults({ body: { fr: "é".repeat(50_000) } })).toEqual([["body.fr", "tooLong"]]);
    expect(faults({ body: { fr: "a\u0000b" } })).toEqual([["body.fr", "unreadableCharacters"]]);
  });

  test("what turns the reading round is taken out, a formula is words", () => {
    const said = text({
      subject: { fr: "\u202egnp.exe", en: '=HYPERLINK("https://example.org")' },
    });
    expect(said.subject).toEqual({ fr: "gnp.exe", en: '=HYPERLINK("https://example.org")' });
  });

  test("a subject of blanks is none, also of blanks that nobody sees", () => {
    for (const blank of ["   ", "\u3000\u3000", "\u200b\u200b", "\u00a0"]) {
      expect(text({ subject: { fr: blank } }).subject).toEqual({});
    }
  });

  test("only what the lists know is chosen", () => {
    expect(faults({ cities: ["atlantis"] })).toEqual([["cities", "notInList"]]);
    expect(faults({ neverSignedIn: "on" })).toHaveLength(1);
    expect(text({ cities: "shanghai" }).cities).toEqual(["shanghai"]);
  });
});
