import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { makeInterest } from "@/db/factories";
import { CANARY, type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import { mailsTo } from "@/db/read-back";
import { projectRevisions, projects } from "@/db/schema/projects";
import { translationOffers } from "@/db/schema/translations";
import type { Viewer } from "../core/auth/viewer-type";
import { acceptInterest } from "../interests/mutations";
import { lockProject } from "../projects/locked.queries";
import { withdrawProject } from "../projects/mutations";
import { contentOf } from "../projects/project";
import { askQuestion, replyToQuestion } from "../projects/questions/mutations";
import { publishRevision } from "../projects/revisions.mutations";
import { takeDown } from "./take-downs.mutations";

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

const lettersTo = async (viewer: Viewer) => JSON.stringify(await mailsTo(viewer));

test("a project that was taken down is answered for nobody: its owner's answer would tell its title", async () => {
  const { author, host } = world.viewers;
  const { questionId } = await transaction((tx) =>
    askQuestion(tx, host, { slug: world.project.slug, locale: "fr", question: "Combien ?" }),
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
      projectId,
      memberId: contact.memberId,
      field: "title",
      locale: "en",
      words,
      state: "accepted",
      decidedBy: author.accountId,
      decidedAt: new Date(),
    });
    const [revision] = await tx
      .insert(projectRevisions)
      .values({
        projectId,
        state: "submitted",
        content: { ...content, title, provenance },
        submittedAt: new Date(),
      })
      .returning({ id: projectRevisions.id });
    return revision?.id ?? "";
  });
  await down("project");
  await transaction((tx) => publishRevision(tx, moderator, { revisionId, version: 1 }));
  expect(await lettersTo(author)).toContain("revisionPublished");
  expect(await lettersTo(contact)).not.toContain(CANARY.project);
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
    db.select({ hiddenAt: projects.hiddenAt }).from(projects).where(eq(projects.id, projectId)),
  );
  expect(row?.hiddenAt).not.toBeNull();
  expect(await lettersTo(world.viewers.contact)).not.toContain(CANARY.project);
});
