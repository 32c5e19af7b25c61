import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import type { ApplicationState } from "@/db/enums";
import { makeAccount, makeApplication } from "@/db/factories";
import { applicationKeys, applicationMessages, applications } from "@/db/schema/applications";
import { auditEvents } from "@/db/schema/audit";
import { jobRuns } from "@/db/schema/jobs";
import { decisions } from "@/db/schema/moderation";
import { today } from "@/lib/core/dates";
import { sweepApplications } from "./sweeping.mutations";

// What erases works as the owner of the tables: the worker and the `club` command.
workAsOwner(20_000);

afterAll(closeDatabase);

async function make(state: ApplicationState, days: number): Promise<string> {
  const updatedAt = new Date(Date.now() - days * 86_400_000);
  const { id } = await transaction((tx) => makeApplication(tx, { state, updatedAt }));
  return id;
}

test("old drafts and old ends go with all that belongs to them, everything else stays", async () => {
  const old = [await make("draft", 31), await make("refused", 366), await make("withdrawn", 400)];
  const kept = [
    await make("draft", 29),
    await make("refused", 300),
    await make("submitted", 500),
    await make("info-requested", 500),
    await make("approved", 900),
  ];
  const [draft = "", refused = ""] = old;
  const decider = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
  await query(async (db) => {
    const words = "À compléter";
    await db.insert(applicationMessages).values({ applicationId: draft, kind: "note", words });
    await db.insert(decisions).values({
      subjectType: "application",
      subjectId: refused,
      verdict: "refused",
      words,
      decidedBy: decider.accountId,
    });
  });
  await transaction((tx) => sweepApplications(tx, today()));
  const left = await query((db) =>
    db
      .select({ id: applications.id })
      .from(applications)
      .where(inArray(applications.id, [...old, ...kept])),
  );
  expect(left.map(({ id }) => id).sort()).toEqual([...kept].sort());
  const [decision] = await query((db) =>
    db
      .select({ words: decisions.words, verdict: decisions.verdict })
      .from(decisions)
      .where(eq(decisions.subjectId, refused)),
  );
  expect(decision).toEqual({ words: null, verdict: "refused" });
  const events = await query((db) =>
    db
      .select({ id: auditEvents.subjectId })
      .from(auditEvents)
      .where(eq(auditEvents.name, "application.erased")),
  );
  expect(events.map(({ id }) => id)).toEqual(expect.arrayContaining(old));
});

test("a draft stays as long as a link or a browser opens it", async () => {
  const [linked, opened, over] = [
    await make("draft", 45),
    await make("draft", 45),
    await make("draft", 45),
  ];
  const key = (applicationId: string, purpose: "link" | "browser", days: number) => ({
    applicationId,
    purpose,
    tokenHash: crypto.randomUUID(),
    expiresAt: sql`now() + make_interval(days => ${days})`,
  });
  const keys = [key(linked, "link", 15), key(opened, "browser", 1), key(over, "link", -1)];
  await query((db) => db.insert(applicationKeys).values(keys));
  await transaction((tx) => sweepApplications(tx, today()));
  const left = await query((db) =>
    db
      .select({ id: applications.id })
      .from(applications)
      .where(inArray(applications.id, [linked, opened, over])),
  );
  expect(left.map(({ id }) => id).sort()).toEqual([linked, opened].sort());
});

test("drafts made by the dozen stop neither their own erasure nor that of what has ended", async () => {
  const drafts: string[] = [];
  for (let n = 0; n < 25; n += 1) drafts.push(await make("draft", 60 - n));
  const ended = await make("refused", 400);
  const left = () =>
    query((db) =>
      db
        .select({ id: applications.id })
        .from(applications)
        .where(inArray(applications.id, [...drafts, ended]))
        .orderBy(applications.updatedAt),
    );
  const sweep = () => transaction((tx) => sweepApplications(tx, today()));
  // Nobody has seen the clock go on: nothing is touched.
  await expect(sweep()).rejects.toMatchObject({ name: "AbsurdShare" });
  expect(await left()).toHaveLength(26);
  const run = { task: "sweep-applications", slot: `${today()}T00`, finishedAt: sql`now()` };
  await query((db) => db.insert(jobRuns).values(run));
  await sweep();
  // The oldest first, the rest in the next hour.
  expect((await left()).map(({ id }) => id)).toEqual(drafts.slice(20));
  await sweep();
  expect(await left()).toEqual([]);
});
