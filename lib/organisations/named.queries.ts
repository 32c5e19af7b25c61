import "server-only";
import { and, arrayOverlaps, eq, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import { nameKeys } from "./names";
import { isInSight } from "./queries";

/** The most organisations that are named in one field. */
const MOST = 12;

/** An organisation that stands in a field already, and what its line may say there. */
type Standing = { organisationId: string; lines: readonly string[] };

/** Those that stand in a field already, by what it calls each in any language. */
export const standingAs = <One extends { organisationId: string }>(
  there: readonly One[],
  called: (one: One, locale: Locale) => { text: string },
): Standing[] =>
  there.map((one) => ({
    organisationId: one.organisationId,
    lines: LOCALES.map((locale) => called(one, locale).text),
  }));

/**
 * The keys of the organisations that somebody names, one a line: by name, in whatever script, or by the address of a page
 * that they may read. A line as the field was handed out stands for whom it stood for: one of two of a name, or one that has none
 * here (`standing`). Throws on `field` `partyUnknown`, `partySeveral`, `tooMany`.
 */
export async function findNamed(
  tx: Transaction,
  viewer: Viewer,
  { field, written, standing = [] }: { field: string; written: string; standing?: Standing[] },
): Promise<string[]> {
  const lines = written.split("\n").map((line) => line.trim());
  const named = lines.filter((line) => line !== "");
  if (named.length > MOST) throw new AppError("tooMany", { field, values: { most: MOST } });
  const ids: string[] = [];
  for (const line of named) {
    const same = standing.find(
      (one) => one.lines.includes(line) && !ids.includes(one.organisationId),
    );
    ids.push(same ? same.organisationId : await findOne(tx, viewer, field, line));
  }
  return ids;
}

async function findOne(tx: Transaction, viewer: Viewer, field: string, line: string) {
  const [, after = line] = line.split("/organisations/");
  const [slug = ""] = after.split(/[/?#]/);
  const keys = nameKeys([line]);
  const isNamed = or(
    isSlug(slug) ? eq(organisations.slug, slug) : sql`false`,
    keys.length > 0 ? arrayOverlaps(organisations.nameKeys, keys) : undefined,
  );
  const [one, another] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(isNamed, isInSight(viewer)))
    .limit(2);
  const about = { field, values: { found: line } };
  if (!one) throw new AppError("partyUnknown", about);
  if (another) throw new AppError("partySeveral", about);
  return one.id;
}
