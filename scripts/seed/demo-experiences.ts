import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import { activities } from "@/db/schema/activities";
import { entries } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { experienceOpinions } from "@/db/schema/opinions";
import { contentOf } from "@/lib/entries/content";
import { readStored } from "@/lib/entries/stored-entry";
import { EXPERIENCE } from "@/lib/experiences/experience";
import { findShown } from "@/lib/experiences/shown.queries";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { DEMO, type DemoExperience } from "./demo-files";
import { daysAgo } from "./demo-times";

/** What members have learned, and what others say of it. */
export async function seedExperiences(tx: Transaction, keys: DemoKeys): Promise<void> {
  const about = await readKeys(tx);
  for (const experience of DEMO.experiences) {
    const { slug, author, organisation, project, activity, moderation } = experience;
    const ownerId = keyOf(keys.members, author);
    const publishedAt = new Date(experience.publishedAt);
    const content = readStored(EXPERIENCE, experience);
    const { id } = await insertEntry(tx, "experience", {
      ...content,
      ...(await findShown(tx, { ...content, ownerId })),
      ...{ slug, ownerId, moderation, publishedAt },
      ...{ createdAt: publishedAt, updatedAt: publishedAt, submittedAt: publishedAt },
      confirmedAt: publishedAt,
      // The author has seen the reminder of this year.
      remindedOn: experience.isUnconfirmed ? daysAgo(30).toISOString().slice(0, 10) : null,
      projectId: project ? keyOf(about, project) : null,
      activityId: activity ? keyOf(about, activity) : null,
      organisationId: keyOf(keys.organisations, organisation),
    });
    const version = { entryId: id, number: 1, cause: "published", createdAt: publishedAt } as const;
    await tx.insert(entryVersions).values({ ...version, content: contentOf(EXPERIENCE, content) });
    await seedOpinions(tx, keys, id, experience);
  }
}

async function seedOpinions(
  tx: Transaction,
  keys: DemoKeys,
  entryId: string,
  { opinions }: DemoExperience,
): Promise<void> {
  const rows = opinions.map(({ member, daysAgo: days, ...said }) => ({
    ...said,
    entryId,
    memberId: keyOf(keys.members, member),
    createdAt: daysAgo(days),
  }));
  if (rows.length > 0) await tx.insert(experienceOpinions).values(rows);
}

/** The projects and activities that they are about, by their addresses. */
async function readKeys(tx: Transaction): Promise<Map<string, string>> {
  const slugs = DEMO.experiences.flatMap(({ project, activity }) => [
    project ?? [],
    activity ?? [],
  ]);
  const wanted = slugs.flat();
  const projects = await tx
    .select({ slug: entries.slug, id: entries.id })
    .from(entries)
    .where(inArray(entries.slug, wanted));
  const found = await tx
    .select({ slug: activities.slug, id: activities.id })
    .from(activities)
    .where(inArray(activities.slug, wanted));
  return new Map([...projects, ...found].map(({ slug, id }) => [slug, id]));
}
