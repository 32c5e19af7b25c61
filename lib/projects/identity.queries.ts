import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { type Database, query, type Reader, type Transaction } from "@/db/client";
import type { EntryLevel } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { entryFiles } from "@/db/schema/entry-parts";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { ownsEntry } from "@/lib/entries/policy";
import {
  findIdentities,
  findIdentity,
  type Identified,
  isWholeReadUnnamed,
  type OwnerIdentity,
  textsReadUnnamed,
} from "./identifies-owner";
import type { OwnProject } from "./owned.queries";
import type { ProjectContent } from "./project";
import { ownerColumn } from "./sight.queries";

type Levels = { textLevel: EntryLevel; ownerLevel: EntryLevel };

type Owned = Levels & { id: string; ownerId: string };

type Checked = Owned & { content: Partial<ProjectContent> };

/**
 * All that tells who a project's owner is, to readers who are not told: in the texts of `content`, or a part of it, and
 * under `files` in the names of those that members open.
 */
export const findIdentitiesOf = (db: Reader, { content, ...project }: Checked) =>
  findIdentitiesAmong(
    db,
    project,
    Object.fromEntries(textsReadUnnamed(project).map((field) => [field, content[field]])),
  );

/** The same of an entry of any kind, in those of its `texts` that are read without a name. */
export async function findIdentitiesAmong(
  db: Reader,
  entry: Owned,
  texts: Readonly<Record<string, LocalizedText | undefined>>,
): Promise<Identified[]> {
  const owner = await readOwnerIdentity(db, entry.ownerId);
  const names = isWholeReadUnnamed(entry) ? await listOpenNames(db, entry.id) : [];
  const found = names.flatMap((name) => findIdentity(name, owner) ?? []);
  const inFiles = found.length > 0 ? [{ field: "files", found: found.join(" · ") }] : [];
  return [...findIdentities(texts, owner), ...inFiles];
}

/** The same for its owner, in the text they work on, before others read it. */
export function listIdentities(viewer: Viewer, project: OwnProject, content: ProjectContent) {
  authorize(ownsEntry(viewer, project));
  const { id, ownerId, textLevel, ownerLevel } = project;
  return query((db) => findIdentitiesOf(db, { id, ownerId, textLevel, ownerLevel, content }));
}

/** The same in what the viewer is about to post, with the level of those who see the owner's name. */
export async function findIdentitiesInNew(
  tx: Transaction,
  viewer: Viewer,
  { ownerLevel, texts }: Pick<Levels, "ownerLevel"> & { texts: Partial<ProjectContent> },
): Promise<Identified[]> {
  const { memberId } = viewer;
  authorize(memberId !== null);
  const read = textsReadUnnamed({ textLevel: "members", ownerLevel });
  const seen = Object.fromEntries(read.map((field) => [field, texts[field]]));
  return findIdentities(seen, await readOwnerIdentity(tx, memberId));
}

/** What was found in the texts that one of the viewer's own projects was just sent. */
export async function findIdentitiesIn(
  tx: Transaction,
  viewer: Viewer,
  projectId: string,
  content: Partial<ProjectContent>,
): Promise<Identified[]> {
  const [row] = await tx
    .select({
      id: entries.id,
      ownerId: ownerColumn,
      textLevel: entries.textLevel,
      ownerLevel: entries.ownerLevel,
    })
    .from(entries)
    .where(eq(entries.id, projectId));
  authorize(row !== undefined && row.ownerId === viewer.memberId);
  const found = await findIdentitiesOf(tx, { ...row, content });
  return found.filter(({ field }) => field !== "files");
}

/**
 * The name of a file that members open must not tell who its entry's owner is. Throws `fileNamesOwner` on the `field`
 * that sends it, whose page has no place for what was found, else `identifiesOwner`.
 */
export async function requireNamelessFile(
  tx: Transaction,
  entry: Levels & { ownerId: string },
  { name, level, field }: { name: string; level: EntryLevel; field?: string },
): Promise<void> {
  if (level !== "members" || !isWholeReadUnnamed(entry)) return;
  const found = findIdentity(name, await readOwnerIdentity(tx, entry.ownerId));
  const code = field ? "fileNamesOwner" : "identifiesOwner";
  if (found) throw new AppError(code, { field, values: { found } });
}

async function listOpenNames(db: Reader, entryId: string): Promise<string[]> {
  const { name, level, removedAt, createdAt } = entryFiles;
  const isOpen = and(eq(entryFiles.entryId, entryId), eq(level, "members"), isNull(removedAt));
  const rows = await db.select({ name }).from(entryFiles).where(isOpen).orderBy(asc(createdAt));
  return rows.map((row) => row.name);
}

/** What would tell a reader who a member is, for the check of public texts; never shown to anybody. */
export async function readOwnerIdentity(
  tx: Database | Transaction,
  memberId: string,
): Promise<OwnerIdentity> {
  const [person] = await tx
    .select({
      familyName: members.familyName,
      givenName: members.givenName,
      nameZh: members.nameZh,
      account: accounts.email,
      email: memberContacts.email,
      phone: memberContacts.phone,
      wechat: memberContacts.wechat,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
    .where(eq(members.id, memberId));
  if (!person) throw new Error("a project has no owner");
  const named = await tx
    .select({ name: organisations.name, website: organisations.website })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(eq(affiliations.memberId, memberId));
  const { familyName, givenName, nameZh, account, email, phone, wechat } = person;
  return {
    familyName,
    givenName,
    nameZh,
    organisations: named.map(({ name }) => name),
    contacts: [account, email, phone, wechat, ...named.map(({ website }) => website)],
  };
}
