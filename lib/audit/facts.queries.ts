import "server-only";
import { inArray } from "drizzle-orm";
import { query } from "@/db/client";
import { mailings } from "@/db/schema/mailings";
import { organisations } from "@/db/schema/organisations";
import type { Locale } from "../core/i18n/locales";
import { pickText } from "../core/i18n/localized-text";

/** What was kept with an event. */
export type Facts = Record<string, string | number | boolean | null>;

/**
 * Gives the facts as they are read: an organisation by its name in the place of its slug, which one that is gone keeps, a
 * mailing by its subject in the place of its key, or not at all once it is gone; the caller has asked the policy of the trail.
 */
export async function nameFacts(all: Facts[], locale: Locale): Promise<(data: Facts) => Facts> {
  const keysOf = (fact: "organisation" | "mailing") =>
    all.flatMap((data) => (typeof data[fact] === "string" ? data[fact] : []));
  const [ofOrganisations, ofMailings] = await Promise.all([
    nameOrganisations(keysOf("organisation"), locale),
    nameMailings(keysOf("mailing"), locale),
  ]);
  return (data) => {
    const { organisation, mailing } = data;
    const name = ofOrganisations.get(String(organisation));
    return {
      ...data,
      ...(name !== undefined && { organisation: name }),
      ...(mailing !== undefined && { mailing: ofMailings.get(String(mailing)) ?? null }),
    };
  };
}

/** Organisations by their slugs, as facts of the trail keep them; without those that only their owner sees. */
async function nameOrganisations(
  slugs: string[],
  locale: Locale,
): Promise<Map<string, string | null>> {
  if (slugs.length === 0) return new Map();
  const { slug, name, originalLocale, visibility } = organisations;
  const rows = await query((db) =>
    db
      .select({ slug, name, originalLocale, visibility })
      .from(organisations)
      .where(inArray(slug, slugs)),
  );
  return new Map(
    rows.map((row) => [
      row.slug,
      row.visibility === "self"
        ? null
        : (pickText(row.name, locale, row.originalLocale)?.text ?? row.slug),
    ]),
  );
}

async function nameMailings(ids: string[], locale: Locale): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { id, subject } = mailings;
  const rows = await query((db) =>
    db.select({ id, subject }).from(mailings).where(inArray(id, ids)),
  );
  return new Map(
    rows.flatMap((row) => {
      const words = pickText(row.subject, locale)?.text;
      return words ? [[row.id, words] as const] : [];
    }),
  );
}
