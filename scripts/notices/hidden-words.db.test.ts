import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, query, workAsOwner } from "@/db/client";
import { ENTRY_KINDS } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { digests } from "@/db/schema/notices";
import { organisations } from "@/db/schema/organisations";
import { ENTRY_PATHS } from "@/lib/entries/noun";
import { listNotices } from "@/lib/notifications/list.queries";
import { readShared } from "@/lib/share-pictures/queries";
import { QUEUED_TASKS } from "../queued-tasks";
import { type MadeWorld, makeWorld, recordTold } from "./made-world";
import { toldIn } from "./told";

// Digests are the worker’s to write.
workAsOwner(60_000);

/** What every entry and the organisation are called, and nothing else. */
const CANARY = "zqkanarizq";
const SLOT = "2026-11-27";

const dataDir = mkdtempSync(path.join(tmpdir(), "hidden-words-"));
vi.stubEnv("DATA_DIR", dataDir);

let world: MadeWorld;

/** Members who read of these things as members do; the owner reads what is their own whatever becomes of it. */
const outside = () => [world.partner, world.colleague, world.guest, world.person];

beforeAll(async () => {
  world = await makeWorld(CANARY);
  for (const [event, told] of Object.entries(toldIn(world))) await recordTold(event, told);
  const people = [world.owner, ...outside()];
  const [since, until] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)];
  await query(async (db) => {
    const due = people.map(({ accountId }) => ({ accountId, slot: SLOT, since, until }));
    await db.insert(digests).values(due);
    // In a digest is told what no letter told.
    await db
      .insert(mails)
      .values(
        people.map(({ accountId }) => ({ ...DIGEST, accountId, address: `${accountId}@x.fr` })),
      );
  });
  const isIt = eq(organisations.id, world.organisation.id);
  await query((db) => db.update(organisations).set({ visibility: "public" }).where(isIt));
  await Promise.all([shared(), sharedOrganisation()]).then(([titles, name]) => {
    expect(titles.filter((one) => one === CANARY).length).toBeGreaterThan(1);
    expect(name).toBe(CANARY);
  });
  for (const reader of outside()) {
    expect(JSON.stringify(await listNotices(reader))).toContain(CANARY);
  }
  const hiddenAt = new Date();
  const ids = ENTRY_KINDS.map((kind) => world.entries[kind].id);
  await query(async (db) => {
    await db.update(entries).set({ hiddenAt }).where(inArray(entries.id, ids));
    await db.update(organisations).set({ hiddenAt }).where(isIt);
  });
}, 120_000);

afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  await closeDatabase();
});

const DIGEST = { kind: "digest", locale: "fr" as const, data: { slot: SLOT } };

const shared = () =>
  Promise.all(
    ENTRY_KINDS.map(async (kind) => {
      const to = `${ENTRY_PATHS[kind]}/${world.entries[kind].slug}`;
      return (await readShared(to, "fr"))?.title ?? null;
    }),
  );

const sharedOrganisation = async () =>
  (await readShared(`/organisations/${world.organisation.slug}`, "fr"))?.title ?? null;

/** Every letter that waits for somebody, sent as the worker does: what left, by its kind. */
async function sentTo({ accountId }: { accountId: string }) {
  const waiting = await query((db) =>
    db
      .select({ id: mails.id, kind: mails.kind })
      .from(mails)
      .where(and(eq(mails.accountId, accountId), isNull(mails.sentAt))),
  );
  for (const { id } of waiting) await QUEUED_TASKS["send-mail"]({ mailId: id });
  const folder = path.join(dataDir, "mail");
  return waiting.flatMap(({ id, kind }) => {
    const file = readdirSync(folder).find((name) => name.includes(id));
    return file ? [{ kind, text: readFileSync(path.join(folder, file), "utf8") }] : [];
  });
}

test("what was taken down of all that people were told is in no notice, mail or digest of theirs", async () => {
  const leaks: string[] = [];
  let letters = 0;
  for (const reader of outside()) {
    const { rows } = await listNotices(reader);
    for (const row of rows)
      if (JSON.stringify(row).includes(CANARY)) leaks.push(`notice ${row.kind}`);
    const sent = await sentTo(reader);
    letters += sent.length;
    for (const { kind, text } of sent) if (text.includes(CANARY)) leaks.push(`mail ${kind}`);
  }
  expect(leaks).toEqual([]);
  expect(letters).toBeGreaterThan(0);
});

test("its owner still reads of it, in each of them", async () => {
  const { rows } = await listNotices(world.owner);
  expect(JSON.stringify(rows)).toContain(CANARY);
  const sent = await sentTo(world.owner);
  expect(sent.filter(({ text }) => text.includes(CANARY)).length).toBeGreaterThan(3);
  expect(sent.find(({ kind }) => kind === "digest")?.text).toContain(CANARY);
});

test("no share picture has it as its title", async () => {
  expect([...(await shared()), await sharedOrganisation()]).not.toContain(CANARY);
});
