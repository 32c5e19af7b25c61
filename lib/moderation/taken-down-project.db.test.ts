import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { makeInterest } from "@/db/factories";
import { CANARY, type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import { mailsTo, toldTo } from "@/db/read-back";
import { entries, entryRevisions } from "@/db/schema/entries";
import { translationOffers } from "@/db/schema/translations";
import { chooseMain } from "../affiliations/people.mutations";
import type { Viewer } from "../core/auth/viewer-type";
import { declineOffer } from "../entries/offer-answers.mutations";
import { askQuestion, replyToQuestion } from "../entries/questions/mutations";
import { publishRevision } from "../entries/revisions.mutations";
import { publishEntry, reopenEntry } from "../entries/verbs.mutations";
import { acceptInterest } from "../interests/mutations";
import { lockProject } from "../projects/locked.queries";
import { submitProject, withdrawProject } from "../projects/mutations";
import { PROJECT_VERBS } from "../projects/noun.queries";
import { contentOf } from "../projects/project";
import { getProject } from "../projects/queries";
import { putBack, takeDown } from "./take-downs.mutations";

let world: OneOfEachKind;

beforeEach(async () => {
  world = await transaction(oneOfEachKind);
});
afterAll(() => closeDatabase());

const down = (kind: TakenDownType) =>
  transaction((tx) =>
    takeDown(tx, world.viewers.insider, {
      kind,
      id: world.ids[kind],
      reasonCode: "misleading",
      words: "",
    }),
  );

type Move = (
  tx: Transaction,
  by: Viewer,
  input: { projectId: string; version: number },
) => Promise<unknown>;

const lettersTo = async (viewer: Viewer) => JSON.stringify(await mailsTo(viewer));

test("a project that was taken down is answered for nobody: its owner's answer would tell its title", async () => {
  const { author, host } = world.viewers;
  const { questionId } = await transaction((tx) =>
    askQuestion(tx, host, PROJECT_VERBS, {
      slug: world.project.slug,
      locale: "fr",
      question: "Combien ?",
    }),
  );
  await down("project");
  const answer = transaction((tx) =>
    replyToQuestion(tx, author, { questionId, version: 1, locale: "fr", answer: "Douze." }),
  );
  await expect(answer).rejects.toMatchObject({ code: "notFound" });
  expect(await lettersTo(host)).not.toContain(CANARY.project);
});

test("a project that was taken down comes online for no translator when the team publishes its edit", async () => {
  const { author, contact, moderator } = world.viewers;
  const projectId = world.project.id;
  const words = `The ${CANARY.project}`;
  const revisionId = await transaction(async (tx) => {
    const content = contentOf(await lockProject(tx, projectId));
    const title = { ...content.title, en: words };
    const stamp = { by: contact.accountId, origin: "human" };
    const provenance = { title: { en: stamp } } as never;
    await tx.insert(translationOffers).values({
      entryId: projectId,
      memberId: contact.memberId,
      field: "title",
      locale: "en",
      words,
      state: "accepted",
      decidedBy: author.accountId,
      decidedAt: new Date(),
    });
    const [revision] = await tx
      .insert(entryRevisions)
      .values({
        entryId: projectId,
        state: "submitted",
        content: { ...content, title, provenance },
        submittedAt: new Date(),
      })
      .returning({ id: entryRevisions.id });
    return revision?.id ?? "";
  });
  await down("project");
  await transaction((tx) =>
    publishRevision(tx, moderator, PROJECT_VERBS, { revisionId, version: 1 }),
  );
  expect(await lettersTo(author)).toContain("revisionPublished");
  expect(await lettersTo(contact)).not.toContain(CANARY.project);
});

test("a project that was taken down opens nothing for whoever offered a translation of it", async () => {
  const { author, contact } = world.viewers;
  const [offer] = await query((db) =>
    db
      .insert(translationOffers)
      .values({
        entryId: world.project.id,
        memberId: contact.memberId,
        field: "title",
        locale: "en",
        words: "Title",
      })
      .returning({ offerId: translationOffers.id }),
  );
  await down("project");
  const offerId = offer?.offerId ?? "";
  await transaction((tx) => declineOffer(tx, author, PROJECT_VERBS, { offerId, words: "" }));
  const told = JSON.stringify(await toldTo(contact));
  expect(told).toContain("translationDeclined");
  expect(told).not.toContain(world.project.slug);
});

test("a project that was taken down while an interest in it is accepted: one waits for the other, and it is accepted before or not at all", async () => {
  const { author, other, insider } = world.viewers;
  const { id: interestId, version } = await transaction((tx) =>
    makeInterest(tx, world.project.id, other.memberId, { state: "sent" }),
  );
  const [taken, accepted] = await Promise.allSettled([
    transaction((tx) =>
      takeDown(tx, insider, {
        kind: "project",
        id: world.project.id,
        reasonCode: "misleading",
        words: "",
      }),
    ),
    transaction((tx) => acceptInterest(tx, author, { interestId, version })),
  ]);
  expect(taken?.status).toBe("fulfilled");
  if (accepted?.status === "rejected") {
    expect(accepted.reason).toMatchObject({ code: "interestProjectClosed" });
  }
});

test("a project that was taken down withdrawn by its author is no less hidden", async () => {
  const { author } = world.viewers;
  await down("project");
  const { id: projectId, version } = world.project;
  await transaction((tx) => withdrawProject(tx, author, { projectId, version }));
  const [row] = await query((db) =>
    db.select({ hiddenAt: entries.hiddenAt }).from(entries).where(eq(entries.id, projectId)),
  );
  expect(row?.hiddenAt).not.toBeNull();
  expect(await lettersTo(world.viewers.contact)).not.toContain(CANARY.project);
});

test("a project that was taken down, taken back, handed in and published again is seen by its author and the team alone", async () => {
  const { author, moderator, other } = world.viewers;
  await down("project");
  const { id: projectId, slug } = world.project;
  const act = async (by: Viewer, move: Move) => {
    const { version } = await transaction((tx) => lockProject(tx, projectId));
    await transaction((tx) => move(tx, by, { projectId, version }));
  };
  await act(author, withdrawProject);
  await act(author, (tx, by, { projectId: id, version }) =>
    reopenEntry(tx, by, PROJECT_VERBS, { id, version }),
  );
  await act(author, submitProject);
  await act(moderator, (tx, by, { projectId: id, version }) =>
    publishEntry(tx, by, PROJECT_VERBS, { id, version }),
  );
  expect(await getProject(author, slug)).not.toBeNull();
  expect(await getProject(moderator, slug)).not.toBeNull();
  expect(await getProject(other, slug)).toBeNull();
  expect(await lettersTo(world.viewers.contact)).not.toContain(CANARY.project);
});

test("take-downs and returns beside acts of their authors: nobody is told of a fault of ours", async () => {
  const { insider, author, colleague, other } = world.viewers;
  const { id: projectId } = world.project;
  const { id: interestId } = await transaction((tx) =>
    makeInterest(tx, projectId, other.memberId, { state: "sent" }),
  );
  const key = (kind: TakenDownType) => ({ kind, id: world.ids[kind], words: "" });
  const person = { organisationId: world.ids.organisation, memberId: colleague.memberId };
  const acts: (() => Promise<unknown>)[] = (["project", "member", "organisation"] as const).flatMap(
    (kind) => [
      () => down(kind),
      () => transaction((tx) => putBack(tx, insider, key(kind))),
      () => transaction((tx) => acceptInterest(tx, author, { interestId, version: 1 })),
      () => transaction((tx) => chooseMain(tx, colleague, person)),
    ],
  );
  const outcomes = await Promise.allSettled([...acts, ...acts].map((act) => act()));
  const faults = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(faults.filter(({ code }) => !TOLD.includes(code))).toEqual([]);
});

const TOLD = ["alreadyDecided", "conflict", "moveNotAllowed", "interestProjectClosed"];
