import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { makeGuest, makeOpenEvent } from "@/db/registration-factory";
import { sessions } from "@/db/schema/accounts";
import { jobRuns } from "@/db/schema/jobs";
import { mails } from "@/db/schema/mail";
import { decisions, reports } from "@/db/schema/moderation";
import { digests, notices } from "@/db/schema/notices";
import { eventGuests } from "@/db/schema/registrations";
import { today } from "@/lib/core/dates";
import { previewSweep, sweep } from "./sweep";

// Jobs are run and noted by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

test("the record of a letter and a notice go after 90 days, sent or not; the preview says so and changes nothing", async () => {
  const { accountId } = await transaction((tx) => makeAccount(tx));
  const address = `${randomUUID()}@example.org`;
  const mail = { accountId, address, kind: "roleChanged", locale: "fr" } as const;
  const ago = (days: number) => sql`now() - make_interval(days => ${days}, mins => 1)`;
  await query((db) =>
    db.insert(mails).values([
      { ...mail, createdAt: ago(90), sentAt: ago(90) },
      { ...mail, createdAt: ago(90), lastError: "ESOCKET" },
      { ...mail, createdAt: ago(89), sentAt: ago(89) },
    ]),
  );
  const notice = { accountId, kind: "roleChanged", subjectType: "account" } as const;
  await query((db) =>
    db
      .insert(notices)
      .values([89, 90].map((days) => ({ ...notice, subjectId: accountId, createdAt: ago(days) }))),
  );
  const digest = (days: number) => ({ accountId, since: ago(days), until: ago(days) });
  await query((db) =>
    db.insert(digests).values([
      { ...digest(90), slot: "2026-01-05" },
      { ...digest(89), slot: "2026-01-12" },
    ]),
  );
  const leftDigests = () => query((db) => db.$count(digests, eq(digests.accountId, accountId)));
  const left = () => query((db) => db.$count(mails, eq(mails.address, address)));
  const leftNotices = () => query((db) => db.$count(notices, eq(notices.accountId, accountId)));
  const preview = await previewSweep(today());
  expect(preview.find(({ from }) => from === "mails")?.count).toBeGreaterThanOrEqual(2);
  expect(preview.map(({ from }) => from)).toEqual([
    "sessions",
    "known_browsers",
    "sign_in_codes",
    "account_links",
    "idempotency_keys",
    "organisation_invitations",
    "member_invitations",
    "introductions",
    "mails",
    "mailing_recipients",
    "event_guests",
    "notices",
    "digests",
    "share_pictures",
    "imports",
    "dues_documents",
    "reports",
    "rate_limits",
    "job_runs",
    "DATA_DIR/mail",
  ]);
  expect([await left(), await leftNotices()]).toEqual([3, 2]);
  await sweep(today());
  expect([await left(), await leftNotices(), await leftDigests()]).toEqual([1, 1, 1]);
});

test("who never confirmed is gone after a day with their letter, and who did stays", async () => {
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const asked = (hours: number, confirmed = false) =>
    transaction(async (tx) => {
      const event = await makeOpenEvent(tx, { audience: "public" });
      const createdAt = ago(hours);
      const guest = await makeGuest(tx, event.id, {
        createdAt,
        confirmedAt: confirmed ? createdAt : null,
      });
      const letter = { guestId: guest.guestId, address: guest.email, kind: "eventGuestAsked" };
      await tx.insert(mails).values({ ...letter, locale: "fr" });
      return guest;
    });
  const [late, fresh, sure] = [await asked(25), await asked(23), await asked(25, true)];
  await sweep(today());
  const isThere = async ({ guestId }: { guestId: string }) => [
    await query((db) => db.$count(eventGuests, eq(eventGuests.id, guestId))),
    await query((db) => db.$count(mails, sql`${mails.guestId} = ${guestId}`)),
  ];
  expect(await Promise.all([late, fresh, sure].map(isThere))).toEqual([
    [0, 0],
    [1, 1],
    [1, 1],
  ]);
});

test("a report goes a year after its decision, with what was answered; one that waits stays", async () => {
  const { accountId } = await transaction((tx) => makeAccount(tx));
  const ago = (months: number) => sql`now() - make_interval(months => ${months}, mins => 1)`;
  const decidedBy = accountId;
  const said = (state: "open" | "upheld" | "dismissed", decided: number | null) =>
    transaction(async (tx) => {
      const caseId = randomUUID();
      const thing = { subjectType: "member", subjectId: randomUUID() } as const;
      await tx
        .insert(reports)
        .values({ caseId, ...thing, reasonCode: "other", words: "Lui", state, createdAt: ago(24) });
      if (decided === null) return caseId;
      const about = { subjectType: "report", subjectId: caseId } as const;
      const verdict = state === "upheld" ? "approved" : "refused";
      await tx
        .insert(decisions)
        .values({ ...about, verdict, words: "Non", decidedBy, decidedAt: ago(decided) });
      return caseId;
    });
  const [old, upheld, young, waiting] = [
    await said("dismissed", 12),
    await said("upheld", 12),
    await said("dismissed", 11),
    await said("open", null),
  ];
  const [other] = await query((db) =>
    db
      .insert(decisions)
      .values({
        ...({ subjectType: "project", subjectId: randomUUID(), verdict: "refused" } as const),
        ...{ words: "Non", decidedBy, decidedAt: ago(12) },
      })
      .returning({ id: decisions.subjectId }),
  );
  await sweep(today());
  const left = (id: string) =>
    query(async (db) => [
      await db.$count(reports, eq(reports.caseId, id)),
      await db.$count(
        decisions,
        sql`${decisions.subjectId} = ${id} and ${decisions.words} is not null`,
      ),
    ]);
  const of = [old, upheld, young, waiting, other?.id ?? ""];
  expect(await Promise.all(of.map(left))).toEqual([
    [0, 0],
    [0, 0],
    [1, 1],
    [1, 0],
    [0, 1],
  ]);
});

test("what is noted of jobs is kept for 90 days", async () => {
  const task = randomUUID();
  await query((db) =>
    db.insert(jobRuns).values([
      { task, slot: "old", startedAt: sql`now() - interval '90 days 1 minute'` },
      { task, slot: "young", startedAt: sql`now() - interval '89 days'` },
    ]),
  );
  expect(await sweep(today())).toBeGreaterThanOrEqual(1);
  const runs = await query((db) =>
    db
      .select({ slot: jobRuns.slot })
      .from(jobRuns)
      .where(eq(jobRuns.task, task))
      .orderBy(jobRuns.slot),
  );
  expect(runs.map(({ slot }) => slot)).toEqual(["young"]);
});

test("a session that nobody came back to goes with its address after 14 days, the team's after 12 hours", async () => {
  const seen = (role: "member" | "moderator", hours: number) =>
    transaction(async (tx) => {
      const { accountId } = await makeAccount(tx, { role });
      const seenAt = new Date(Date.now() - hours * 3_600_000);
      const [session] = await tx
        .insert(sessions)
        .values({
          ...{ accountId, seenAt, tokenHash: randomUUID(), address: "192.0.2.7" },
          expiresAt: sql`now() + interval '10 days'`,
        })
        .returning({ id: sessions.id });
      return session?.id ?? "";
    });
  const [late, back, teamLate, teamBack] = [
    await seen("member", 14 * 24 + 1),
    await seen("member", 14 * 24 - 1),
    await seen("moderator", 13),
    await seen("moderator", 11),
  ];
  await sweep(today());
  const isThere = (id: string) => query((db) => db.$count(sessions, eq(sessions.id, id)));
  expect(await Promise.all([late, back, teamLate, teamBack].map(isThere))).toEqual([0, 1, 0, 1]);
});
