import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import { entryRevisions } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { contentOf } from "@/lib/projects/project";
import { findShown } from "@/lib/projects/shown.queries";
import { type DemoKeys, keyOf, seedDecision } from "./demo-decisions";
import { DEMO, type DemoProject } from "./demo-files";
import { dateOrNull } from "./demo-times";

/** With the first version of what is published, and decisions. Needs the members in `keys`. */
export async function seedProjects(tx: Transaction, keys: DemoKeys): Promise<void> {
  for (const project of DEMO.projects) {
    const { createdAt, submittedAt, publishedAt, ...columns } = project;
    const ownerId = keyOf(keys.members, project.owner);
    const row = await insertEntry(tx, "project", {
      ...columns,
      ...(await findShown(tx, { ...project, ownerId })),
      ownerId,
      createdAt: new Date(createdAt),
      updatedAt: new Date(publishedAt ?? submittedAt ?? createdAt),
      submittedAt: dateOrNull(submittedAt),
      publishedAt: dateOrNull(publishedAt),
    });
    if (project.moderation === "published") {
      await tx.insert(entryVersions).values({
        entryId: row.id,
        number: 1,
        cause: "published",
        content: contentOf(project),
        stale: project.stale,
        createdAt: new Date(publishedAt ?? createdAt),
      });
    }
    const locale = DEMO.members.find((member) => member.slug === project.owner)?.locale ?? "fr";
    for (const decision of project.decisions ?? []) {
      await seedDecision(tx, keys, decision, { type: "project", id: row.id, locale });
    }
    if (project.revision) await seedRevision(tx, row.id, project);
  }
}

async function seedRevision(
  tx: Transaction,
  projectId: string,
  project: DemoProject,
): Promise<void> {
  const { revision } = project;
  if (!revision) return;
  await tx.insert(entryRevisions).values({
    entryId: projectId,
    state: revision.state,
    content: { ...contentOf(project), ...revision.changes },
    stale: revision.stale ?? {},
    createdAt: new Date(revision.createdAt),
    updatedAt: new Date(revision.submittedAt ?? revision.createdAt),
    submittedAt: dateOrNull(revision.submittedAt),
  });
}
