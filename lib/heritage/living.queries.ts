import "server-only";
import { and, eq, gt, inArray, sum } from "drizzle-orm";
import { isShown } from "@/db/columns";
import { referenceLabel } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { publicCounts } from "@/db/schema/search";
import { type Read, together } from "@/db/together";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { isPublishedToAll } from "@/lib/entries/sight.queries";
import type { HeritageItem } from "./heritage-item";
import { type Lead, readLead } from "./leads-to";

/**
 * Which of the places that items lead to have something that anybody may read, with what each is called: what is empty,
 * hidden or gone is left out.
 */
export async function listLiving(
  items: readonly Pick<HeritageItem, "leadsTo">[],
  locale: Locale,
): Promise<Map<string, string>> {
  const addresses = new Set(items.flatMap(({ leadsTo }) => leadsTo ?? []));
  const leads = [...addresses].map((address) => ({ address, lead: readLead(address) }));
  const slugsOf = (kind: Lead["kind"]) =>
    leads.flatMap(({ lead }) => (lead?.kind === kind && "slug" in lead ? lead.slug : []));
  const facets = leads.flatMap(({ lead }) => (lead?.kind === "list" ? lead.facet : []));
  const [organisation, cooperation, listed] = await together((read) =>
    Promise.all([
      nameOrganisations(read, slugsOf("organisation")),
      titleCooperations(read, slugsOf("cooperation")),
      findListed(read, facets),
    ]),
  );
  const named = { organisation, cooperation };
  const nameOf = (lead: Lead | null) => {
    if (!lead) return;
    if (lead.kind !== "list") return pickText(named[lead.kind].get(lead.slug), locale)?.text;
    return listed.has(`${lead.of} ${lead.facet}`) ? listWords(lead, locale) : undefined;
  };
  return new Map(
    leads.flatMap(({ address, lead }) => {
      const name = nameOf(lead);
      return name ? [[address, name] as const] : [];
    }),
  );
}

const KINDS = ["project", "activity", "experience"] as const;

/** The kinds with each value of a facet of which a list for everybody has something; `""` for the whole list. */
async function findListed(read: Read, facets: string[]): Promise<ReadonlySet<string>> {
  const { kind, audience, facet, n } = publicCounts;
  const rows = await read((db) =>
    db
      .select({ kind, facet })
      .from(publicCounts)
      .where(and(inArray(kind, KINDS), eq(audience, "public"), inArray(facet, facets)))
      .groupBy(kind, facet)
      .having(gt(sum(n), "0")),
  );
  return new Set(rows.map((row) => `${row.kind} ${row.facet}`));
}

async function nameOrganisations(read: Read, slugs: string[]) {
  const { slug, name, visibility } = organisations;
  const rows = await read((db) =>
    db
      .select({ slug, name })
      .from(organisations)
      .where(and(inArray(slug, slugs), eq(visibility, "public"), isShown(organisations))),
  );
  return new Map(rows.map((row) => [row.slug, row.name]));
}

async function titleCooperations(read: Read, slugs: string[]) {
  const { slug, title, entryKind } = entries;
  const rows = await read((db) =>
    db
      .select({ slug, title })
      .from(entries)
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(entryKind, "cooperation"), inArray(slug, slugs), isPublishedToAll)),
  );
  return new Map(rows.map((row) => [row.slug, row.title]));
}

function listWords({ of, words }: Extract<Lead, { kind: "list" }>, locale: Locale): string {
  const t = getTranslator(locale, "heritage");
  if (words) return t(`leads.${of}`, { what: referenceLabel(...words, locale) });
  const all = { project: "allProject", activity: "allActivity", experience: "allExperience" };
  return t(`leads.${all[of] as "allProject"}`);
}
