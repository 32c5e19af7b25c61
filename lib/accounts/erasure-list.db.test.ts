import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeApplication, makeMember } from "@/db/factories";
import { makeGuest, makeOpenEvent } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { applications } from "@/db/schema/applications";
import { members } from "@/db/schema/members";
import { eventGuests } from "@/db/schema/registrations";
import { applyErasures, eraseForGood, finishErasures } from "./erasure";
import { noteErasure } from "./erasure-list";
import { openForErasure } from "./mutations";

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

test("who was erased without an account, and comes back with an older backup, is erased again", async () => {
  const [email, id] = [`${randomUUID()}@example.org`, randomUUID()];
  const event = await transaction((tx) => makeOpenEvent(tx));
  const came = () =>
    transaction(async (tx) => {
      await makeApplication(tx, { id, email });
      await makeGuest(tx, event.id, { email });
    });
  await came();
  const accountId = await transaction((tx) => openForErasure(tx, email));
  if (!accountId) throw new Error("nothing was found");
  await eraseForGood("portal", { accountId });
  // The database as it was before: an account of theirs was never in it.
  await query((db) => db.delete(accounts).where(eq(accounts.id, accountId)));
  await came();
  const name = `${accountId}.json`;
  expect(await applyErasures()).toEqual([{ name, outcome: "erased" }]);
  expect(await query((db) => db.$count(applications, eq(applications.email, email)))).toBe(0);
  expect(await query((db) => db.$count(eventGuests, eq(eventGuests.email, email)))).toBe(0);
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

/** An erasure that was noted and did not come to its commit. */
async function stopBeforeCommit(due: number | null) {
  const person = await transaction((tx) => makeMember(tx));
  const { accountId } = person;
  await noteErasure({ accountId, letters: ["letter.json"] }, "pending");
  const erasureDueAt = due === null ? null : sql`now() + make_interval(secs => ${due})`;
  await query((db) => db.update(accounts).set({ erasureDueAt }).where(eq(accounts.id, accountId)));
  mkdirSync(path.join(settings.dataDir, "mail"), { recursive: true });
  writeFileSync(path.join(settings.dataDir, "mail", "letter.json"), "{}");
  return { accountId, name: `${accountId}.pending.json` };
}

test("a note without a commit erases nobody who withdrew, or has time left", async () => {
  for (const due of [null, 60]) {
    const { accountId, name } = await stopBeforeCommit(due);
    expect(await applyErasures()).toContainEqual({ name, outcome: "not-due" });
    await finishErasures();
    expect(await familyNameOf(accountId)).toBe("Montclair");
    expect(existsSync(path.join(settings.dataDir, "mail", "letter.json"))).toBe(true);
  }
});

test("a note without a commit whose person is due is carried out", async () => {
  const { accountId, name } = await stopBeforeCommit(-1);
  await finishErasures();
  expect(await familyNameOf(accountId)).toBe("Montclair");
  expect(await applyErasures()).toEqual([{ name, outcome: "erased" }]);
  expect(readdirSync(listed(""))).toEqual([`${accountId}.json`]);
});

test("while it is not committed the note is pending", async () => {
  const person = await transaction((tx) => makeMember(tx));
  await expect(
    eraseForGood("portal", person, {
      before: async (tx) => {
        await tx.execute(sql`create temp table one (n int unique deferrable initially deferred)
          on commit drop`);
        await tx.execute(sql`insert into one values (1), (1)`);
      },
    }),
  ).rejects.toThrow();
  expect(readdirSync(listed(""))).toEqual([`${person.accountId}.pending.json`]);
  expect(await familyNameOf(person.accountId)).toBe("Montclair");
});

test("the nightly job ends what a crash after the commit left", async () => {
  const person = await transaction((tx) => makeMember(tx));
  const { accountId } = person;
  await eraseForGood("portal", person);
  mkdirSync(path.join(settings.dataDir, "mail"));
  const letter = path.join(settings.dataDir, "mail", "letter.json");
  writeFileSync(letter, "{}");
  renameSync(listed(`${accountId}.json`), listed(`${accountId}.pending.json`));
  await noteErasure({ accountId, letters: ["letter.json"] }, "pending");
  await finishErasures();
  expect(readdirSync(listed(""))).toEqual([`${accountId}.json`]);
  expect(existsSync(letter)).toBe(false);
});

test("one that cannot be applied is named and keeps nothing from the others", async () => {
  const [stuck, other] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx),
  ]);
  if (!stuck || !other) throw new Error("nobody was made");
  await noteErasure({ accountId: stuck.accountId, letters: ["folder"] });
  await noteErasure({ accountId: other.accountId, letters: [] });
  // No file can be removed under this name.
  mkdirSync(path.join(settings.dataDir, "mail", "folder"), { recursive: true });
  const outcomes = Object.fromEntries(
    (await applyErasures()).map(({ name, outcome }) => [name, outcome]),
  );
  expect(outcomes).toEqual({
    [`${stuck.accountId}.json`]: "failed",
    [`${other.accountId}.json`]: "erased",
  });
});

test("a list that cannot be read is no empty list", async () => {
  writeFileSync(path.join(settings.dataDir, "erasures"), "a file where the folder should be");
  await expect(applyErasures()).rejects.toThrow("ENOTDIR");
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
  await expect(eraseForGood("portal", person, { before: stop })).rejects.toThrow("stopped");
  expect(existsSync(listed(""))).toBe(false);
  expect(await familyNameOf(person.accountId)).toBe("Montclair");
});

test("nobody is erased as long as the folder of their letters cannot be read", async () => {
  const person = await transaction((tx) => makeMember(tx));
  writeFileSync(path.join(settings.dataDir, "mail"), "");
  await expect(eraseForGood("portal", person)).rejects.toMatchObject({ code: "ENOTDIR" });
  expect(existsSync(listed(""))).toBe(false);
  expect(await familyNameOf(person.accountId)).toBe("Montclair");
});

test("the letter of a namesake stays on disk, whom it greets", async () => {
  const names = { givenName: "Li", familyName: "Chen", nameZh: "王伟" };
  const [email, theirs] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`];
  const person = await transaction(async (tx) => {
    await makeMember(tx, names, { email });
    return makeMember(tx, names, { email: theirs });
  });
  mkdirSync(path.join(settings.dataDir, "mail"));
  const write = (file: string, to: string, text: string) =>
    writeFileSync(
      path.join(settings.dataDir, "mail", file),
      JSON.stringify({ to, subject: "", text }),
    );
  write("greets.json", email, "王伟，您好：\n\n您的角色已更改。");
  write("names.json", email, "王伟，您好：\n\n王伟邀请您加入。");
  write("old-address.json", "old@example.org", "王伟，您好：\n\n您的角色已更改。");
  await eraseForGood("portal", person);
  expect(readdirSync(path.join(settings.dataDir, "mail"))).toEqual(["greets.json"]);
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
  expect(note).toEqual({ day: row?.day, accountId: person.accountId, letters: [], rows: [] });
});
