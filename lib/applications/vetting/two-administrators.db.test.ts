import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeApplication, makeMember } from "@/db/factories";
import { applications } from "@/db/schema/applications";
import { auditEvents } from "@/db/schema/audit";
import { mails } from "@/db/schema/mail";
import { decisions } from "@/db/schema/moderation";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { approveApplication, refuseApplication, takeApplication } from "./mutations";

const TIMES = 100;

afterAll(() => closeDatabase());

function twoAdministrators() {
  return transaction(async (tx) => {
    const role = { role: "administrator" } as const;
    const one = await makeMember(tx, { familyName: "Vernoux", givenName: "Agathe" }, role);
    const two = await makeMember(tx, { familyName: "Descrieux", givenName: "Thibault" }, role);
    return [one, two] as const;
  });
}

type Result = PromiseSettledResult<unknown>;
const refusals = (results: Result[]) =>
  results.flatMap((result) =>
    result.status === "rejected"
      ? [{ code: result.reason.code, name: result.reason.values?.name }]
      : [],
  );

async function decided(applicationId: string, email: string) {
  const [kept, letters] = await query((db) =>
    Promise.all([
      db
        .select({ verdict: decisions.verdict, decidedBy: decisions.decidedBy })
        .from(decisions)
        .where(eq(decisions.subjectId, applicationId)),
      db.select({ kind: mails.kind }).from(mails).where(eq(mails.address, email)),
    ]),
  );
  return { kept, letters };
}

test("two take at once, a hundred times: one has it, the other is told by name", async () => {
  const [one, two] = await twoAdministrators();
  const nameOf = (viewer: Viewer) =>
    viewer.accountId === one.accountId ? "Agathe Vernoux" : "Thibault Descrieux";
  for (let time = 0; time < TIMES; time++) {
    const { id, version } = await transaction((tx) => makeApplication(tx));
    const input = { applicationId: id, version };
    const results = await Promise.allSettled(
      [one, two].map((viewer) => transaction((tx) => takeApplication(tx, viewer, input))),
    );
    const [row] = await query((db) =>
      db
        .select({ takenBy: applications.takenBy, state: applications.state })
        .from(applications)
        .where(eq(applications.id, id)),
    );
    const taker = row?.takenBy === one.accountId ? one : two;
    expect(row).toEqual({ takenBy: taker.accountId, state: "under-review" });
    expect(refusals(results)).toEqual([{ code: "takenByColleague", name: nameOf(taker) }]);
    const events = await query((db) =>
      db
        .select({ actorId: auditEvents.actorId })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, id))
        .orderBy(auditEvents.id),
    );
    expect(events).toEqual([{ actorId: taker.accountId }]);
  }
}, 120_000);

test("one approves while the other takes over and refuses, a hundred times: one decision, one mail", async () => {
  const [one, two] = await twoAdministrators();
  const told: string[] = [];
  for (let time = 0; time < TIMES; time++) {
    const { id, email, version } = await transaction((tx) =>
      makeApplication(tx, { state: "under-review", takenBy: one.accountId, takenAt: new Date() }),
    );
    const input = { applicationId: id, version };
    const acts = [
      () =>
        transaction((tx) =>
          approveApplication(tx, one, { ...input, organisation: "new", words: "" }),
        ),
      () =>
        transaction(async (tx) => {
          await takeApplication(tx, two, { ...input, from: one.accountId });
          const refusal = { applicationId: id, reasonCode: "no-link", words: "" };
          await refuseApplication(tx, two, { ...refusal, version: version + 1 });
        }),
    ];
    // Neither is always the first to ask.
    if (time % 2 === 1) acts.reverse();
    const results = await Promise.allSettled(acts.map((act) => act()));
    const { kept, letters } = await decided(id, email);
    expect(kept).toHaveLength(1);
    const isApproved = kept[0]?.verdict === "approved";
    expect(kept[0]?.decidedBy).toBe((isApproved ? one : two).accountId);
    expect(letters).toEqual([{ kind: isApproved ? "applicationApproved" : "applicationRefused" }]);
    const name = isApproved ? "Agathe Vernoux" : "Thibault Descrieux";
    expect(refusals(results)).toEqual([{ code: "applicationDecided", name }]);
    told.push(kept[0]?.verdict ?? "");
  }
  expect(told).toHaveLength(TIMES);
  expect(new Set(told)).toEqual(new Set(["approved", "refused"]));
}, 120_000);

test("one person decides in two windows at once, a hundred times: one decision, one mail", async () => {
  const [one] = await twoAdministrators();
  for (let time = 0; time < TIMES; time++) {
    const { id, email, version } = await transaction((tx) =>
      makeApplication(tx, { state: "under-review", takenBy: one.accountId, takenAt: new Date() }),
    );
    const input = { applicationId: id, version, words: "" };
    const results = await Promise.allSettled([
      transaction((tx) => approveApplication(tx, one, { ...input, organisation: "new" })),
      transaction((tx) => refuseApplication(tx, one, { ...input, reasonCode: "no-link" })),
    ]);
    const { kept, letters } = await decided(id, email);
    expect([kept.length, letters.length]).toEqual([1, 1]);
    expect(refusals(results)).toEqual([{ code: "applicationDecided", name: "Agathe Vernoux" }]);
  }
}, 120_000);
