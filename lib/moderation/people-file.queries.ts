import "server-only";
import { and, eq, notLike } from "drizzle-orm";
import { query } from "@/db/client";
import { type ReferenceList, referenceLabel } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { AND, type FilePerson } from "@/lib/imports/template";
import { LIKE_ERASED_ADDRESS } from "../core/auth/erased-address";
import type { Viewer } from "../core/auth/viewer-type";
import { noteReading } from "../core/events/note-reading";
import type { Locale } from "../core/i18n/locales";
import { pickText } from "../core/i18n/localized-text";
import { paidUntil } from "../dues/paid-until.queries";
import { sightOf } from "../members/policy";
import { mainOrganisation, nameColumns, seen } from "../members/sight.queries";
import { matchesFilters } from "./accounts.queries";
import { canListAccounts } from "./policy";
import type { AccountFilters } from "./schema";

/**
 * The people whose accounts match, by name, as a file says them in a language: what they show to the club team, of which
 * an import makes the same people again. The trail notes who took it. Empty for anybody but administrators.
 */
export async function listPeopleForFile(
  viewer: Viewer,
  filters: Omit<AccountFilters, "page">,
  locale: Locale,
): Promise<FilePerson[]> {
  if (!canListAccounts(viewer)) return [];
  const sight = sightOf(viewer);
  const rows = await query((db) =>
    db
      .select({
        ...nameColumns(viewer),
        email: accounts.email,
        locale: accounts.locale,
        jobTitle: seen(sight, "jobTitle", members.jobTitle),
        sectors: seen(sight, "sectors", members.sectors),
        cities: seen(sight, "cities", members.cities),
        category: members.category,
        joinedOn: members.joinedOn,
        duesPaidUntil: paidUntil,
        organisation: mainOrganisation(sight, organisations.name),
      })
      .from(accounts)
      .innerJoin(members, eq(members.accountId, accounts.id))
      .where(and(matchesFilters(filters), notLike(accounts.email, LIKE_ERASED_ADDRESS)))
      .orderBy(members.sortLatin, accounts.email),
  );
  const subjectId = viewer.accountId;
  noteReading(viewer, { name: "account.list-exported", subjectType: "account", subjectId });
  const said = (list: ReferenceList, slugs: readonly string[] | null) =>
    (slugs ?? []).map((slug) => referenceLabel(list, slug, locale)).join(AND);
  return rows.map((row) => ({
    familyName: row.familyName,
    givenName: row.givenName,
    nameZh: row.nameZh ?? "",
    email: row.email,
    organisation: pickText(row.organisation, locale)?.text ?? "",
    jobTitle: pickText(row.jobTitle, locale)?.text ?? "",
    sectors: said("sectors", row.sectors),
    cities: said("cities", row.cities),
    joinedOn: row.joinedOn ?? "",
    category: said("membershipCategories", [row.category]),
    locale: said("languages", [row.locale]),
    duesPaidUntil: row.duesPaidUntil ?? "",
  }));
}
