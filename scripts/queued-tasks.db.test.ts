import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { askQuestion } from "@/lib/entries/questions/mutations";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { QUEUED_TASKS } from "./queued-tasks";

const dataDir = mkdtempSync(path.join(tmpdir(), "queued-tasks-"));
vi.stubEnv("DATA_DIR", dataDir);

afterAll(async () => {
  rmSync(dataDir, { recursive: true });
  await closeDatabase();
});

/** The letter to a project's owner about a question, sent as the worker does once the project has changed; whether it left. */
async function isSent(values: Partial<typeof entries.$inferInsert>): Promise<boolean> {
  const { mailId, projectId } = await transaction(async (tx) => {
    const [owner, asker] = [await makeMember(tx), await makeMember(tx)];
    const online = { moderation: "published", publishedAt: new Date() } as const;
    const { id: projectId, slug } = await makeProject(tx, owner.memberId, online);
    await askQuestion(tx, asker, PROJECT_VERBS, { slug, locale: "fr", question: "Combien ?" });
    const isTheirs = and(eq(mails.accountId, owner.accountId), eq(mails.kind, "questionAsked"));
    const [mail] = await tx.select({ id: mails.id }).from(mails).where(isTheirs);
    return { mailId: mail?.id ?? "", projectId };
  });
  await query((db) => db.update(entries).set(values).where(eq(entries.id, projectId)));
  await QUEUED_TASKS["send-mail"]({ mailId });
  const left = await query((db) => db.$count(mails, eq(mails.id, mailId)));
  const kept = readdirSync(dataDir, { recursive: true, encoding: "utf8" });
  const isKept = kept.some((name) => name.includes(mailId));
  expect(left).toBe(isKept ? 1 : 0);
  return isKept;
}

test("the worker sends no letter of what its reader may read no more", async () => {
  const other = await transaction((tx) => makeMember(tx));
  expect(await isSent({ title: { fr: "Soieries" } })).toBe(true);
  expect(await isSent({ ownerId: other.memberId, moderation: "withdrawn" })).toBe(false);
});
