import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { isShown } from "@/db/columns";
import { referenceLabel } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { type Read, together } from "@/db/together";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { isPublished } from "@/lib/entries/sight.queries";
import { countKept } from "@/lib/search/lines.queries";
import type { HeritageItem } from "./heritage-item";
import { type Lead, type ListedKind, readLead } from "./leads-to";

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
  const [organisation, cooperation, project, activity, experience] = await together((read) =>
    Promise.all([
      nameOrganisations(read, slugsOf("organisation")),
      titleCooperations(read, slugsOf("cooperation")),
      countPublic(read, "project"),
      countPublic(read, "activity"),
      countPublic(read, "experience"),
    ]),
  );
  const named = { organisation, cooperation };
  const counts = { project, activity, experience };
  const nameOf = (lead: Lead | null) => {
    if (!lead) return;
    if (lead.kind !== "list") return pickText(named[lead.kind].get(lead.slug), locale)?.text;
    return counts[lead.of].get(lead.facet) ? listWords(lead, locale) : undefined;
  };
  return new Map(
    leads.flatMap(({ address, lead }) => {
      const name = nameOf(lead);
      return name ? [[address, name] as const] : [];
    }),
  );
}

const countPublic = (read: Read, kind: ListedKind) =>
  read((db) => countKept(db, { kind, audience: "public" }));

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
      .where(and(eq(entryKind, "cooperation"), inArray(slug, slugs), isPublished)),
  );
  return new Map(rows.map((row) => [row.slug, row.title]));
}

function listWords({ of, words }: Extract<Lead, { kind: "list" }>, locale: Locale): string {
  const t = getTranslator(locale, "heritage");
  if (words) return t(`leads.${of}`, { what: referenceLabel(...words, locale) });
  const all = { project: "allProject", activity: "allActivity", experience: "allExperience" };
  return t(`leads.${all[of] as "allProject"}`);
}
