import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { applyErasures, eraseForGood } from "./erasure";
import { noteErasure } from "./erasure-list";

workAsOwner(60_000);

const settings = vi.hoisted(() => ({ dataDir: "" }));
vi.mock("@/lib/core/env", async (original) => {
  const { env } = await original<typeof import("@/lib/core/env")>();
  return { env: () => ({ ...env(), DATA_DIR: settings.dataDir }) };
});

beforeEach(() => {
  settings.dataDir = mkdtempSync(path.join(os.tmpdir(), "club-erasures-"));
  return () => rmSync(settings.dataDir, { recursive: true, force: true });
});

afterAll(() => closeDatabase());

const listed = (file: string) => path.join(settings.dataDir, "erasures", file);

const familyNameOf = async (accountId: string) => {
  const [row] = await query((db) =>
    db
      .select({ familyName: members.familyName })
      .from(members)
      .where(eq(members.accountId, accountId)),
  );
  return row?.familyName;
};

test("who comes back with an older backup is erased again, once", async () => {
  const person = await transaction((tx) => makeMember(tx));
  const { accountId: id } = person;
  await eraseForGood("portal", person);
  const name = `${id}.json`;
  expect(await applyErasures()).toEqual([{ name, outcome: "was-erased" }]);
  // The database as it was before.
  await query((db) => db.delete(accounts).where(eq(accounts.id, id)));
  await transaction((tx) => makeMember(tx, { familyName: "Revenante" }, { id }));
  expect(await familyNameOf(id)).toBe("Revenante");
  expect(await applyErasures()).toEqual([{ name, outcome: "erased" }]);
  expect(await familyNameOf(id)).toBeUndefined();
  expect(await applyErasures()).toEqual([{ name, outcome: "was-erased" }]);
});

test("a crash between the commit and the letters is made good", async () => {
  const person = await transaction((tx) => makeMember(tx));
  const { accountId } = person;
  mkdirSync(path.join(settings.dataDir, "mail"));
  const letter = path.join(settings.dataDir, "mail", "letter.json");
  writeFileSync(letter, "{}");
  await noteErasure({ accountId, letters: ["letter.json"] });
  expect(await applyErasures()).toMatchObject([{ outcome: "erased" }]);
  expect(existsSync(letter)).toBe(false);
});

test("what is no note, and whom this database does not know, is named and left alone", async () => {
  const unknown = randomUUID();
  await noteErasure({ accountId: unknown, letters: [] });
  writeFileSync(listed("half.json"), '{"accountId": "');
  const outcomes = Object.fromEntries(
    (await applyErasures()).map(({ name, outcome }) => [name, outcome]),
  );
  expect(outcomes).toEqual({ "half.json": "unreadable", [`${unknown}.json`]: "unknown" });
  expect(existsSync(listed("half.json"))).toBe(true);
});

test("a note leads to no file outside the folder of letters", async () => {
  const outside = path.join(settings.dataDir, "secrets.json");
  writeFileSync(outside, "{}");
  await noteErasure({ accountId: randomUUID(), letters: ["../secrets.json"] });
  await applyErasures();
  expect(existsSync(outside)).toBe(true);
});

test("what is refused is not on the list", async () => {
  const [person, stranger] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx),
  ]);
  if (!person || !stranger) throw new Error("nobody was made");
  await expect(eraseForGood(stranger, person)).rejects.toMatchObject({ code: "notFound" });
  const stop = async () => {
    throw new Error("stopped");
  };
  await expect(eraseForGood("portal", person, stop)).rejects.toThrow("stopped");
  expect(existsSync(listed(""))).toBe(false);
  expect(await familyNameOf(person.accountId)).toBe("Montclair");
});

test("the list names nobody", async () => {
  const email = `nobody-${randomUUID()}@example.org`;
  const person = await transaction((tx) => makeMember(tx, { familyName: "Personne" }, { email }));
  await eraseForGood("portal", person);
  expect(readdirSync(listed(""))).toEqual([`${person.accountId}.json`]);
  const [row] = await query((db) =>
    db.execute<{ day: string }>(sql`select (now() at time zone 'Europe/Paris')::date::text as day`),
  );
  const { readFileSync } = await import("node:fs");
  const note = JSON.parse(readFileSync(listed(`${person.accountId}.json`), "utf8"));
  expect(note).toEqual({ day: row?.day, accountId: person.accountId, letters: [] });
});
