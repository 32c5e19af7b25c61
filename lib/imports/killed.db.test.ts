import { eq, like, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { beside, closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { imports } from "@/db/schema/imports";
import { organisations } from "@/db/schema/organisations";
import { keepImport, startImport } from "./mutations";
import { runImport } from "./run.mutations";

// As the worker does.
workAsOwner(120_000);

afterAll(closeDatabase);

const ROWS = 3_500;
const KILLED_AT = 3_000;
const COLUMNS = ["Nom", "Prénom", "E-mail", "Organisation"];
const letters = (value: number) =>
  [...String(value)].map((digit) => "abcdefghij"[Number(digit)]).join("");
const rows = Array.from({ length: ROWS }, (_, index) => ({
  number: index + 2,
  cells: [
    `Quincaille${letters(index)}`,
    "Odile",
    `killed-${index}@import.example.org`,
    `Atelier Quincaille ${letters(index % 40)}`,
  ],
}));

const countMade = () =>
  query(async (db) => [
    await db.$count(accounts, like(accounts.email, "killed-%@import.example.org")),
    await db.$count(organisations, sql`${organisations.name}::text like '%Atelier Quincaille%'`),
  ]);

test("a worker killed at row 3,000 leaves nothing, and the next brings all of it in", async () => {
  const file = { kind: "csv", encoding: "utf-8", separator: ";", columns: COLUMNS, rows } as const;
  const importId = await transaction(async (tx) => {
    const viewer = await makeAccount(tx, { role: "administrator" });
    const { id } = await keepImport(tx, viewer, {
      ...{ fileName: "a.csv", locale: "fr" },
      file: { ...file, columns: COLUMNS, rows },
    });
    await startImport(tx, viewer, { importId: id, version: 1 });
    return id;
  });
  let killed = 0;
  const dying = transaction(async (tx) => {
    const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() pid`);
    await runImport(tx, importId, async (through) => {
      if (killed || through < KILLED_AT) return;
      killed = through;
      await beside(() =>
        query((db) => db.execute(sql`select pg_terminate_backend(${own?.pid ?? 0})`)),
      );
    });
  });
  await expect(dying).rejects.toMatchObject({ outcome: expect.any(String) });
  expect(killed).toBe(KILLED_AT);
  expect(await countMade()).toEqual([0, 0]);
  const [row] = await query((db) =>
    db.select({ state: imports.state }).from(imports).where(eq(imports.id, importId)),
  );
  expect(row?.state).toBe("running");
  await transaction((tx) => runImport(tx, importId));
  expect(await countMade()).toEqual([ROWS, 40]);
}, 180_000);
