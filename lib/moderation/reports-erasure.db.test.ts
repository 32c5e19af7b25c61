import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import { affiliations } from "@/db/schema/affiliations";
import { decisions, reports, takeDowns } from "@/db/schema/moderation";
import { eraseAccount } from "../accounts/erasure.mutations";
import type { Viewer } from "../core/auth/viewer-type";
import { listQueue } from "./queries";
import { dismissReports, reportThing } from "./reports.mutations";
import { takeDown } from "./take-downs.mutations";

let world: OneOfEachKind;

beforeEach(async () => {
  workAsOwner(20_000);
  world = await transaction(oneOfEachKind);
});
afterAll(() => closeDatabase());

const say = (viewer: Viewer, kind: TakenDownType) =>
  transaction((tx) =>
    reportThing(tx, viewer, {
      ...{ kind, id: world.ids[kind], reasonCode: "offensive", words: "Regardez la fin." },
    }),
  );

const { caseId, reporterId, words, state } = reports;

const of = (kind: TakenDownType) =>
  query((db) =>
    db
      .select({ caseId, reporterId, words, state })
      .from(reports)
      .where(eq(reports.subjectId, world.ids[kind])),
  );

test("who reported is gone with their account, while what they reported still waits", async () => {
  const { contact, moderator } = world.viewers;
  await say(contact, "experience");
  await transaction((tx) => eraseAccount(tx, "portal", { accountId: contact.accountId }));
  expect(await of("experience")).toMatchObject([{ reporterId: null, words: null, state: "open" }]);
  const waiting = (await listQueue(moderator, "fr")).map(({ id }) => id);
  expect(waiting).toContain((await of("experience"))[0]?.caseId);
});

test("what was said of somebody goes with them, and what was answered", async () => {
  const { contact, author, moderator } = world.viewers;
  await say(contact, "project");
  const caseId = (await of("project"))[0]?.caseId ?? "";
  await transaction((tx) => dismissReports(tx, moderator, { caseId, words: "Ce n’est pas lui." }));
  await say(contact, "member");
  await transaction((tx) => eraseAccount(tx, "portal", { accountId: author.accountId }));
  expect([...(await of("project")), ...(await of("member"))]).toEqual([]);
  const answered = await query((db) =>
    db.select({ words: decisions.words }).from(decisions).where(eq(decisions.subjectId, caseId)),
  );
  expect(answered).toEqual([{ words: null }]);
});

/** What is left of what was said, answered and told of the author's organisation, once they are erased. */
async function erasedWithOrganisation() {
  const { contact, author, moderator } = world.viewers;
  await say(contact, "organisation");
  const [{ caseId = "" } = {}] = await of("organisation");
  await transaction((tx) => dismissReports(tx, moderator, { caseId, words: "Son nom y est." }));
  const thing = { kind: "organisation", id: world.ids.organisation } as const;
  const why = { reasonCode: "misleading", words: "Son nom n’y est plus." };
  await transaction((tx) => takeDown(tx, moderator, { ...thing, ...why }));
  await transaction((tx) => eraseAccount(tx, "portal", { accountId: author.accountId }));
  const answered = await query((db) =>
    db.select({ words: decisions.words }).from(decisions).where(eq(decisions.subjectId, caseId)),
  );
  const told = await query((db) =>
    db
      .select({ words: takeDowns.words })
      .from(takeDowns)
      .where(eq(takeDowns.subjectId, world.ids.organisation)),
  );
  const said = (await of("organisation")).map((report) => report.words);
  return { said, answered: answered.map((one) => one.words), told: told.map((one) => one.words) };
}

test("what was said of an organisation goes with who was alone in it", async () => {
  const { colleague } = world.viewers;
  const theirs = eq(affiliations.memberId, colleague.memberId);
  await query((db) => db.delete(affiliations).where(theirs));
  expect(await erasedWithOrganisation()).toEqual({ said: [], answered: [null], told: [null] });
});

test("what was said of an organisation that others are in stays", async () => {
  expect(await erasedWithOrganisation()).toEqual({
    said: ["Regardez la fin."],
    answered: ["Son nom y est."],
    told: ["Son nom n’y est plus."],
  });
});
