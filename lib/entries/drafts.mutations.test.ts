import { randomUUID } from "node:crypto";
import { and, count, eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeMember, makeProject } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";
import { draftProject, submitProject, withdrawProject } from "@/lib/projects/mutations";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { PROJECTS } from "@/lib/projects/project";
import { eraseDraft } from "./drafts.mutations";
import { getOwnEntry } from "./own.queries";

afterAll(() => closeDatabase());

const draftSlug = () => `draft-${randomUUID().replaceAll("-", "").slice(0, 10)}`;

async function begin(values: Parameters<typeof makeProject>[2] = {}) {
  const owner = await transaction((tx) => makeMember(tx));
  const project = await transaction((tx) =>
    makeProject(tx, owner.memberId, { slug: draftSlug(), ...values }),
  );
  return { owner, input: { projectId: project.id, version: project.version } };
}

const keyed = ({ projectId: id }: { projectId: string }) => ({ id });

const isThere = async (projectId: string) =>
  (await query((db) => db.$count(entries, eq(entries.id, projectId)))) === 1;

test("a draft that was just begun goes, and the trail says so", async () => {
  const owner = await transaction((tx) => makeMember(tx));
  const { slug } = await transaction((tx) =>
    draftProject(tx, owner, {
      profileType: "business-request",
      originalLocale: "fr",
      ...{ title: "A", sought: "", offered: "", deadline: null, isNamed: true },
    }),
  );
  const [project] = await query((db) =>
    db
      .select({ id: entries.id, version: entries.version })
      .from(entries)
      .where(eq(entries.slug, slug)),
  );
  const { id: projectId = "", version = 0 } = project ?? {};
  await transaction((tx) => eraseDraft(tx, owner, PROJECT_VERBS, { id: projectId, version }));
  expect(await isThere(projectId)).toBe(false);
  const [events] = await query((db) =>
    db
      .select({ told: count() })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, projectId), eq(auditEvents.name, "project.erased"))),
  );
  expect(events?.told).toBe(1);
});

test("so does one that was set aside", async () => {
  const { owner, input } = await begin();
  await transaction((tx) => withdrawProject(tx, owner, input));
  await transaction((tx) =>
    eraseDraft(tx, owner, PROJECT_VERBS, { ...keyed(input), version: input.version + 1 }),
  );
  expect(await isThere(input.projectId)).toBe(false);
});

test("what was handed in once stays, taken back or not", async () => {
  const { owner, input } = await begin();
  const erase = (version: number) =>
    transaction((tx) => eraseDraft(tx, owner, PROJECT_VERBS, { ...keyed(input), version }));
  await transaction((tx) => submitProject(tx, owner, input));
  await expect(erase(input.version + 1)).rejects.toMatchObject({ code: "moveNotAllowed" });
  await transaction((tx) => withdrawProject(tx, owner, { ...input, version: input.version + 1 }));
  await expect(erase(input.version + 2)).rejects.toMatchObject({ code: "moveNotAllowed" });
  expect(await isThere(input.projectId)).toBe(true);
});

test("nobody else deletes it, and nobody an older version of it", async () => {
  const { owner, input } = await begin();
  const other = await transaction((tx) => makeMember(tx, {}, { role: "administrator" }));
  const erase = (viewer: typeof owner, version = input.version) =>
    transaction((tx) => eraseDraft(tx, viewer, PROJECT_VERBS, { ...keyed(input), version }));
  await expect(erase(other)).rejects.toMatchObject({ code: "notFound" });
  await expect(erase(owner, input.version + 1)).rejects.toMatchObject({ code: "conflict" });
  expect(await isThere(input.projectId)).toBe(true);
});

test("the database deletes no other project for who serves", async () => {
  const { input } = await begin({ slug: `handed-in-${randomUUID()}`, moderation: "published" });
  const [answer] = await query((db) =>
    db.execute<{ gone: boolean }>(sql`select club_erase_draft(${input.projectId}) as gone`),
  );
  expect(answer?.gone).toBe(false);
  expect(await isThere(input.projectId)).toBe(true);
});

test("a draft of another kind goes as well, and not by the key of this one", async () => {
  const owner = await transaction((tx) => makeMember(tx));
  const draft = await transaction((tx) =>
    makeExperience(tx, owner.memberId, { slug: draftSlug() }),
  );
  const input = { id: draft.id, version: 1 };
  await expect(
    transaction((tx) => eraseDraft(tx, owner, PROJECT_VERBS, input)),
  ).rejects.toMatchObject({ code: "notFound" });
  await transaction((tx) => eraseDraft(tx, owner, EXPERIENCE_VERBS, input));
  expect(await isThere(draft.id)).toBe(false);
  expect(await eventsOn(draft.id)).toEqual(["experience.erased"]);
});

test("whoever began it finds it at the address of its draft once it was handed in, and nobody else", async () => {
  const owner = await transaction((tx) => makeMember(tx));
  const long = "Un atelier de teinture qui partage ses machines deux jours par semaine.";
  const { id, slug } = await transaction((tx) =>
    draftProject(tx, owner, {
      profileType: "business-request",
      originalLocale: "fr",
      ...{ title: "Teintures", sought: long, offered: long, deadline: null, isNamed: true },
    }),
  );
  const input = { projectId: id, version: 1 };
  const handedIn = await transaction((tx) => submitProject(tx, owner, input));
  expect(handedIn.slug).not.toBe(slug);
  const found = await getOwnEntry(owner, PROJECTS, slug, "fr");
  expect(found).toMatchObject({ id, slug: handedIn.slug });
  const other = await transaction((tx) => makeMember(tx));
  expect(await getOwnEntry(other, PROJECTS, slug, "fr")).toBeNull();
});
