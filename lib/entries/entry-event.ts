import type { EntryKind } from "@/db/enums";
import type { ClubEvent } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";

type Facts = NonNullable<ClubEvent["data"]>;

/** An event about an entry, for the audit trail: `project.submitted` for `submitted`. */
export const entryEvent = (
  { entryKind, id }: { entryKind: EntryKind; id: string },
  past: string,
  data: Facts = {},
): ClubEvent => ({ name: `${entryKind}.${past}`, subjectType: entryKind, subjectId: id, data });

/** An event about an edit of a published entry; it says of which: `{ projectId }`. */
export const revisionEvent = (
  { id, entryId }: { id: string; entryId: string },
  past: string,
  { entryKind, ...data }: Facts & { entryKind: EntryKind },
): ClubEvent => ({
  name: `revision.${past}`,
  subjectType: "revision",
  subjectId: id,
  data: { [`${entryKind}Id`]: entryId, ...data },
});

/** An event about translations of an entry, or of a question under it: it says into which language. */
export const translationEvent = (
  entry: { entryKind: EntryKind; id: string },
  past: string,
  { locale, field, question }: { locale: Locale; field?: string; question?: string },
  personal?: ClubEvent["personal"],
): ClubEvent => ({
  ...entryEvent(entry, past, { locale, ...(field && { field }), ...(question && { question }) }),
  name: `translation.${past}`,
  ...(personal && { personal }),
});
