import { inAllLanguages, listWords, placeWords, readingOf } from "@/lib/search/said-words";
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
    ...listWords(["activityKinds"], [kind]),
    ...listWords(["sectors"], sectors),
    ...placeWords(["cities"], cities),
  ];
  const searchText = searchLine(shown);
  const searchMembers = partner ? searchLine([...shown, partner, readingOf(partner)]) : searchText;
  return { searchText, searchMembers };
}
