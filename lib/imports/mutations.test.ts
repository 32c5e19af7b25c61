import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { imports } from "@/db/schema/imports";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { discardImport, keepImport, reviseImport, startUndo } from "./mutations";

const columns = ["Nom", "Prénom", "E-mail", "Rôle"];
const rows = [{ number: 2, cells: ["Ferrand", "Odile", "odile@example.org", "administrator"] }];
const file = { kind: "csv", encoding: "utf-8", separator: ";", columns, rows } as const;

let administrator: Viewer;

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
});

afterAll(closeDatabase);

const keep = () =>
  transaction((tx) =>
    keepImport(tx, administrator, {
      fileName: "a.csv",
      file: { ...file, columns, rows },
      locale: "fr",
    }),
  );

const mappingOf = async (id: string) => {
  const [row] = await query((db) =>
    db.select({ mapping: imports.mapping }).from(imports).where(eq(imports.id, id)),
  );
  return row?.mapping;
};

test("columns are guessed, and none is taken for a role", async () => {
  const { id: importId } = await keep();
  expect(await mappingOf(importId)).toEqual({ familyName: 0, givenName: 1, email: 2 });
  const revised = { columns: { familyName: 1, givenName: 0, email: 2, jobTitle: 3 } };
  await transaction((tx) => reviseImport(tx, administrator, { importId, version: 1, revised }));
  expect(await mappingOf(importId)).toEqual({ familyName: 1, givenName: 0, email: 2 });
});

test("a row that was left out is in again once a cell of it is mended", async () => {
  const { id: importId } = await keep();
  const revise = (version: number, revised: Parameters<typeof reviseImport>[2]["revised"]) =>
    transaction((tx) => reviseImport(tx, administrator, { importId, version, revised }));
  const choices = async () => {
    const [row] = await query((db) =>
      db.select({ choices: imports.choices }).from(imports).where(eq(imports.id, importId)),
    );
    return row?.choices;
  };
  await revise(1, { choices: { 2: "skip", 3: "skip" } });
  await revise(2, { cells: { "2:0": "Ferrand-Navette" } });
  expect(await choices()).toEqual({ 3: "skip" });
});

test("of two who say something of one file the second is told", async () => {
  const { id: importId } = await keep();
  const asked = { importId, version: 1, revised: { locale: "zh" as const } };
  await transaction((tx) => reviseImport(tx, administrator, asked));
  const second = transaction((tx) => reviseImport(tx, administrator, asked));
  await expect(second).rejects.toMatchObject({ code: "conflict" });
});

test("a file is deleted with all that was read of it", async () => {
  const { id: importId } = await keep();
  await transaction((tx) => discardImport(tx, administrator, { importId, version: 1 }));
  expect(await mappingOf(importId)).toBeUndefined();
});

test("a day later nothing is taken back", async () => {
  const { id: importId } = await keep();
  const endedAt = new Date(Date.now() - 25 * 3_600_000);
  await query((db) =>
    db.update(imports).set({ state: "done", endedAt }).where(eq(imports.id, importId)),
  );
  const late = transaction((tx) => startUndo(tx, administrator, { importId, version: 1 }));
  await expect(late).rejects.toMatchObject({ code: "importTooLate" });
});

test("what the columns of a file were said to be is remembered for the next with the same headings", async () => {
  const { id: importId } = await keep();
  const revised = {
    columns: { familyName: 1, givenName: 0, email: 2 },
    dateOrder: "month-first" as const,
  };
  await transaction((tx) => reviseImport(tx, administrator, { importId, version: 1, revised }));
  await query((db) => db.update(imports).set({ state: "done" }).where(eq(imports.id, importId)));
  const next = await keep();
  expect(await mappingOf(next.id)).toEqual(revised.columns);
  const others = { ...file, columns: [...columns, "Langue"], rows: [] };
  const other = await transaction((tx) =>
    keepImport(tx, administrator, { fileName: "b.csv", file: others, locale: "fr" }),
  );
  expect(await mappingOf(other.id)).toMatchObject({ familyName: 0, givenName: 1, locale: 4 });
});
