import "server-only";
import { desc, eq, inArray } from "drizzle-orm";
import { query } from "@/db/client";
import type { ImportState } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { imports } from "@/db/schema/imports";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { HOUR_MS } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { personName } from "@/lib/members/person-name";
import { organisationName } from "@/lib/organisations/organisation-name";
import { canBringIn, UNDO_HOURS } from "./policy";

/** The latest imports are listed; the sweep takes them away after a while. */
const LISTED = 50;

export type ImportRowOfList = {
  id: string;
  fileName: string;
  state: ImportState;
  rowCount: number;
  createdAt: Date;
};

/** The latest imports, newest first. Empty for anybody but administrators. */
export async function listImports(viewer: Viewer): Promise<ImportRowOfList[]> {
  if (!canBringIn(viewer)) return [];
  return query((db) =>
    db
      .select({
        id: imports.id,
        fileName: imports.fileName,
        state: imports.state,
        rowCount: imports.rowCount,
        createdAt: imports.createdAt,
      })
      .from(imports)
      .orderBy(desc(imports.createdAt), imports.id)
      .limit(LISTED),
  );
}

export type Import = NonNullable<Awaited<ReturnType<typeof getImport>>>;

/** One import with what was read of its file; null when there is none, or for anybody but administrators. */
export async function getImport(viewer: Viewer, id: string) {
  if (!canBringIn(viewer)) return null;
  const [row] = await query((db) =>
    db
      .select({
        id: imports.id,
        version: imports.version,
        fileName: imports.fileName,
        state: imports.state,
        error: imports.error,
        sheet: imports.sheet,
        rowCount: imports.rowCount,
        progress: imports.progress,
        mapping: imports.mapping,
        locale: imports.locale,
        dateOrder: imports.dateOrder,
        choices: imports.choices,
        brought: imports.brought,
        kept: imports.kept,
        createdAt: imports.createdAt,
        endedAt: imports.endedAt,
      })
      .from(imports)
      .where(eq(imports.id, id)),
  );
  if (!row) return null;
  const until = row.endedAt && new Date(row.endedAt.getTime() + UNDO_HOURS * HOUR_MS);
  return { ...row, undoUntil: row.state === "done" && until && until > new Date() ? until : null };
}

export type Kept = { id: string; name: string; to: string };

/** What an undoing left, by name, with the page that shows each. Empty for anybody but administrators. */
export async function nameKept(
  viewer: Viewer,
  ids: readonly string[],
  locale: Locale,
): Promise<Kept[]> {
  if (!canBringIn(viewer) || ids.length === 0) return [];
  const [people, places] = await query((db) =>
    Promise.all([
      db
        .select({
          id: accounts.id,
          familyName: members.familyName,
          givenName: members.givenName,
          nameOrder: members.nameOrder,
          nameZh: members.nameZh,
          displayName: accounts.displayName,
        })
        .from(members)
        .innerJoin(accounts, eq(accounts.id, members.accountId))
        .where(inArray(members.id, [...ids])),
      db
        .select({
          id: organisations.id,
          slug: organisations.slug,
          name: organisations.name,
          originalLocale: organisations.originalLocale,
        })
        .from(organisations)
        .where(inArray(organisations.id, [...ids])),
    ]),
  );
  return [
    ...people.map((one) => ({
      id: one.id,
      name: personName(one, locale),
      to: `/admin/members/${one.id}`,
    })),
    ...places.map((one) => ({
      id: one.id,
      name: organisationName(one, locale).text,
      to: `/organisations/${one.slug}`,
    })),
  ];
}
