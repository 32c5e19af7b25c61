import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeOrganisation } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { draftMailing, reviseMailing } from "@/lib/mailings/mutations";
import { nameFacts } from "./facts.queries";

afterAll(closeDatabase);

test("an organisation is called by its name, but one that only its owner sees", async () => {
  const [shown, hidden] = await transaction(async (tx) => [
    await makeOrganisation(tx, { name: { zh: "蓝晴" }, originalLocale: "zh" }),
    await makeOrganisation(tx, { visibility: "self" }),
  ]);
  const all = [shown.slug, hidden.slug, "gone"].map((organisation) => ({ organisation, count: 2 }));
  const named = await nameFacts(all, "fr");
  expect(all.map(named)).toEqual([
    { organisation: "蓝晴", count: 2 },
    { organisation: null, count: 2 },
    { organisation: "gone", count: 2 },
  ]);
  expect(named({ count: 2 })).toEqual({ count: 2 });
});

test("a mailing is called by its subject, in the language it is read in, and one that is gone not at all", async () => {
  const writer = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
  await transaction(async (tx) => {
    const { id } = await draftMailing(tx, writer, { kind: "newsletter" });
    const all = { categories: [], cities: [], sectors: [], locales: [], shownUntil: null };
    const subject = { fr: "Saison d’automne", zh: "秋季活动" };
    await reviseMailing(tx, writer, { mailingId: id, version: 1, ...all, subject, body: {} });
  });
  const rows = await query((db) =>
    db
      .select({ data: auditEvents.data })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, writer.accountId)),
  );
  const facts = [...rows.map(({ data }) => data), { kind: "newsletter", mailing: randomUUID() }];
  const told = async (locale: "fr" | "zh" | "en") => {
    const named = await nameFacts(facts, locale);
    return facts.map((data) => named(data).mailing);
  };
  expect(await told("zh")).toEqual(["秋季活动", "秋季活动", null]);
  expect(await told("en")).toEqual(["Saison d’automne", "Saison d’automne", null]);
});
