import { type ReferenceList, referenceItem } from "@/db/reference/lists";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { readingForms, readWords } from "@/lib/search/reading";
import { searchLine } from "@/lib/search/search-words";
import type { ActivityContent } from "./activity-content";

type SearchedActivity = Pick<
  ActivityContent,
  "title" | "summary" | "kind" | "sectors" | "cities" | "partner"
>;

/**
 * The two lines an activity is searched by. Visitors search the first: its texts and the names of kind, sectors and
 * cities in every language, cities by their readings too. Members search the second, which holds the partner as well.
 */
export function buildActivitySearch(activity: SearchedActivity): {
  searchText: string;
  searchMembers: string;
} {
  const { title, summary, kind, sectors, cities, partner } = activity;
  const shown = [
    ...inAllLanguages(title),
    ...inAllLanguages(summary),
    ...labels("activityKinds", [kind]),
    ...labels("sectors", sectors),
    ...labels("cities", cities),
    ...cities.map((slug) => reading(referenceItem("cities", slug)?.label.zh)),
  ];
  const searchText = searchLine(shown);
  const searchMembers = partner ? searchLine([...shown, partner, reading(partner)]) : searchText;
  return { searchText, searchMembers };
}

const inAllLanguages = (text: LocalizedText) => LOCALES.map((locale) => text[locale]);

const reading = (words = "") => readingForms(readWords(words));

function labels(list: ReferenceList, slugs: readonly string[]) {
  return slugs.flatMap((slug) => inAllLanguages(referenceItem(list, slug)?.label ?? {}));
}
