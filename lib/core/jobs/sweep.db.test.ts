import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { mails } from "@/db/schema/mail";
import { digests, notices } from "@/db/schema/notices";
import { today } from "../dates";
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
    "rate_limits",
    "job_runs",
    "DATA_DIR/mail",
  ]);
  expect([await left(), await leftNotices()]).toEqual([3, 2]);
  await sweep(today());
  expect([await left(), await leftNotices(), await leftDigests()]).toEqual([1, 1, 1]);
});
