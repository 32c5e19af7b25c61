import { inAllLanguages, listWords, placeWords } from "@/lib/search/said-words";
import { searchLine } from "@/lib/search/search-words";
import { EVENT_TEXTS, type EventContent } from "./event";

/** What an event is searched by: its texts, its kind and where it is held; visitors by what is public alone. */
export function searchColumns(event: EventContent) {
  const some = (value: string | null) => (value ? [value] : []);
  const line = searchLine([
    ...EVENT_TEXTS.flatMap((name) => inAllLanguages(event[name])),
    ...listWords(["eventKinds"], some(event.eventKind)),
    ...placeWords(["lyonPlaces"], some(event.place)),
    ...placeWords(["cities"], event.cities),
    ...listWords(["sectors"], event.sectors),
    ...listWords(["experienceTopics"], event.topics),
  ]);
  return {
    searchPublic: event.audience === "public" ? line : "",
    searchMembers: event.audience === "invited" ? "" : line,
  };
}
