import "server-only";
import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { updateEntries } from "@/db/entry-rows";
import { entries } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { rooms } from "@/db/schema/rooms";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { chooseSlug } from "@/lib/core/text/slug";
import { settingsOf } from "@/lib/entries/content";
import { type OwnerIdentity, withoutIdentity } from "@/lib/projects/identifies-owner";
import { readOwnerIdentity } from "@/lib/projects/identity.queries";
import { type LockedProject, lockProject } from "@/lib/projects/locked.queries";
import {
  contentOf,
  PROJECT,
  PROJECT_TEXTS,
  type ProjectContent,
  readContent,
} from "@/lib/projects/project";
import { latinAddress } from "@/lib/search/latin-address";
import type { Actor } from "@/lib/sessions/policy";
import { canEraseAccount } from "./policy";
import { keptProjects, sharedEntries } from "./shared.personal-data";

/** Those of a person that stay: with a text, for the people of its room, or as an empty row that others hang on. */
export type LeftProjects = { kept: { roomId: string }[]; shared: string[] };

/**
 * Locks a person's projects and their rooms, and leaves to each room with somebody else in it the text its people read:
 * the one online, else the last that was. It is their common ground: title, public summary and full text stay, whatever
 * tells who the person was becomes "…" in them, and an address with a name in it goes. What goes: earlier versions, edits,
 * files, the person's answers, what only the owner read. Throws `notFound`.
 */
export async function leaveProjects(
  tx: Transaction,
  actor: Actor,
  { accountId }: { accountId: string },
): Promise<LeftProjects> {
  authorize(canEraseAccount(actor, accountId));
  const id = sql`${accountId}::uuid`;
  const shared = await tx
    .select({ id: entries.id, isKept: sql<boolean>`${entries.id} in ${keptProjects(id)}` })
    .from(entries)
    .where(sql`${entries.id} in ${sharedEntries(id)}`)
    .orderBy(entries.id);
  for (const project of shared) {
    if (!project.isKept) continue;
    const locked = await lockProject(tx, project.id);
    await keepToldText(tx, locked, await readOwnerIdentity(tx, locked.ownerId));
    await record(tx, null, {
      name: "project.left-to-room",
      subjectType: "project",
      subjectId: project.id,
    });
  }
  const keptIds = shared.filter(({ isKept }) => isKept).map((one) => one.id);
  const kept = await tx
    .select({ roomId: rooms.id })
    .from(rooms)
    .where(inArray(rooms.projectId, keptIds))
    .orderBy(rooms.id);
  return { kept, shared: shared.map((one) => one.id) };
}

async function keepToldText(tx: Transaction, project: LockedProject, owner: OwnerIdentity) {
  const told =
    project.moderation === "published" ? contentOf(project) : await lastOnline(tx, project);
  const texts = PROJECT_TEXTS.map((field) => [
    field,
    Object.fromEntries(
      Object.entries(told?.[field] ?? {}).map(([locale, text]) => [
        locale,
        withoutIdentity(text, owner),
      ]),
    ),
  ]);
  const content = { ...contentOf(project), ...told, ...Object.fromEntries(texts) };
  await updateEntries(tx, "project", eq(entries.id, project.id), {
    ...content,
    slug: namelessSlug(project.slug, owner),
    ownerLevel: "contacts",
    lastRead: null,
    searchPublic: "",
    searchMembers: "",
  });
  await tx.delete(entryVersions).where(eq(entryVersions.entryId, project.id));
  // The one text that the room's titles are read from, and that whoever takes the project over starts with.
  await tx
    .insert(entryVersions)
    .values({ entryId: project.id, number: 1, cause: "published", content });
}

async function lastOnline(tx: Transaction, project: LockedProject): Promise<ProjectContent | null> {
  const [row] = await tx
    .select({ content: entryVersions.content })
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, project.id), ne(entryVersions.cause, "restored")))
    .orderBy(desc(entryVersions.number))
    .limit(1);
  const { originalLocale } = project;
  return row ? readContent(row.content, { ...settingsOf(PROJECT, project), originalLocale }) : null;
}

/** The address, or one that tells nothing when a word of a name stands in it. */
function namelessSlug(slug: string, owner: OwnerIdentity): string {
  const { familyName, givenName, nameZh, organisations } = owner;
  const names = [familyName, givenName, nameZh ?? "", ...organisations.flatMap(Object.values)];
  const parts = names.flatMap((name) => latinAddress(name).split("-"));
  const tells = slug.split("-").some((word) => word.length > 2 && parts.includes(word));
  return tells ? chooseSlug("project", "", []) : slug;
}
