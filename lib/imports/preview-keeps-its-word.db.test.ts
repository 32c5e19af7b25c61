import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { imports } from "@/db/schema/imports";
import { checkImport } from "./check.queries";
import { keepImport, startImport } from "./mutations";
import { getImport } from "./queries";
import { runImport } from "./run.mutations";

// As the worker does.
workAsOwner(60_000);
afterAll(closeDatabase);

const HEADINGS = "Nom;Prénom;E-mail;Organisation;Secteurs;Membre depuis;Cotisation payée jusqu’au";
const SAID = ["Maison Témoin", "Soie, luxe et mode", "2014-11-20", "2026-12-31"];

test("an import fills in as many people as its preview says", async () => {
  const mails = ["full", "empty", "pending", "new"].map((name) => `${name}@preview.example.org`);
  const [full, empty, pending] = mails;
  const administrator = await transaction(async (tx) => {
    const known = { joinedOn: "2014-11-20" };
    await makeMember(tx, known, { email: full, paidUntil: "2026-12-31" });
    await makeMember(tx, { joinedOn: null }, { email: empty, paidUntil: "2026-12-31" });
    const isIn = { email: pending, status: "pending", paidUntil: "2026-12-31" } as const;
    await makeMember(tx, { ...known, sectors: ["logistics"] }, isIn);
    return makeAccount(tx, { role: "administrator" });
  });
  const rows = mails.map((email, index) => ({
    number: index + 2,
    cells: [`Témoin${"abcd"[index]}`, "Odile", email, ...SAID],
  }));
  const columns = HEADINGS.split(";");
  const file = { kind: "csv", encoding: "utf-8", separator: ";", columns, rows } as const;
  const asked = { fileName: "a.csv", file, locale: "fr" } as const;
  const { id } = await transaction((tx) => keepImport(tx, administrator, asked));
  const it = await getImport(administrator, id);
  const counts = it && (await checkImport(administrator, it))?.counts;
  expect(counts).toEqual({ new: 1, join: 2, same: 1, skip: 0, faulty: 0 });
  await transaction((tx) => startImport(tx, administrator, { importId: id, version: 1 }));
  await transaction((tx) => runImport(tx, id));
  const [done] = await query((db) =>
    db.select({ brought: imports.brought }).from(imports).where(eq(imports.id, id)),
  );
  expect(done?.brought.people).toHaveLength(counts?.new ?? 0);
  expect(done?.brought.joined).toHaveLength(counts?.join ?? 0);
});
