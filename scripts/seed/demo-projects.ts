import type { Transaction } from "@/db/client";
import { projectVersions } from "@/db/schema/project-parts";
import { projectRevisions, projects } from "@/db/schema/projects";
import { contentOf } from "@/lib/projects/project";
import { findShown } from "@/lib/projects/shown.queries";
import { type DemoKeys, keyOf, seedDecision } from "./demo-decisions";
import { DEMO, type DemoProject } from "./demo-files";
import { dateOrNull } from "./demo-times";

export async function seedProjects(tx: Transaction, keys: DemoKeys): Promise<void> {
  for (const project of DEMO.projects) {
    const { createdAt, submittedAt, publishedAt, ...columns } = project;
    const ownerId = keyOf(keys.members, project.owner);
    const [row] = await tx
      .insert(projects)
      .values({
        ...columns,
        ...(await findShown(tx, { ...project, ownerId })),
        ownerId,
        createdAt: new Date(createdAt),
        updatedAt: new Date(publishedAt ?? submittedAt ?? createdAt),
        submittedAt: dateOrNull(submittedAt),
        publishedAt: dateOrNull(publishedAt),
      })
      .returning({ id: projects.id });
    if (!row) throw new Error(`project ${project.slug} was not made`);
    if (project.moderation === "published") {
      await tx.insert(projectVersions).values({
        projectId: row.id,
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
  await tx.insert(projectRevisions).values({
    projectId,
    state: revision.state,
    content: { ...contentOf(project), ...revision.changes },
    stale: revision.stale ?? {},
    createdAt: new Date(revision.createdAt),
    updatedAt: new Date(revision.submittedAt ?? revision.createdAt),
    submittedAt: dateOrNull(revision.submittedAt),
  });
}
