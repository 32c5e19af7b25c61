import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, databaseUrl, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { formatDay } from "@/lib/core/dates";
import { LOCALES } from "@/lib/core/i18n/locales";
import { duesSheet } from "./dues-sheet";
import { getDuesDocument, listOwnDues } from "./own.queries";

const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });

afterAll(async () => {
  await Promise.all([owner.end(), closeDatabase()]);
});

test("a document is issued on one day in every language, of the year that its number has", async () => {
  const issuer = {
    name: "Club",
    legalForm: "",
    registration: "",
    address: "",
    vat: "",
    payment: "",
  };
  const to = { name: "赵文琦", organisation: "", address: "", email: "" };
  const payer = await transaction((tx) => makeMember(tx, {}, { locale: "zh" }));
  // New Year's Eve in Lyon, New Year's Day in Beijing.
  const [{ id }] = await owner<[{ id: string }]>`
    insert into dues_documents (kind, account_id, year, amount_cents, locale, issued_by, snapshot, created_at)
    values ('call', ${payer.accountId}, 2019, 100, 'zh', ${payer.accountId},
      ${owner.json({ issuer, to, covers: [to.name] })}, '2018-12-31T18:00:00Z')
    returning id`;
  const document = await getDuesDocument(payer, id);
  if (!document) throw new Error("no document");
  expect(document.number).toMatch(/^2018-/);
  for (const locale of LOCALES) {
    expect(duesSheet(document, locale).issued).toContain(formatDay("2018-12-31", locale));
  }
  expect(await listOwnDues(payer)).toMatchObject([{ issuedOn: "2018-12-31" }]);
});
