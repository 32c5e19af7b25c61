import type { Facts } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { titleFact } from "./entry-names";
import { type Noun, pageOf } from "./noun";
import { accountsOf, type Held } from "./policy";

export type Titled = { slug: string; title: LocalizedText; originalLocale: Locale };

/** An entry as its owner, or whoever keeps it, is told of it. */
export type Told = Titled & Held;

/** What they hear of an edit, whatever its kind. */
const OF_REVISIONS = {
  "revision.published": { owner: "revisionPublished" },
  "revision.changes-requested": { owner: "revisionChangesRequested" },
  "revision.refused": { owner: "revisionRefused" },
} as const;

/** What a notice says of any entry: its kind, its title, and its page, which it opens unless told otherwise. */
export const entryFacts = (noun: Noun, { title, originalLocale, slug }: Titled) => ({
  kind: noun.kind,
  title: titleFact(noun, title, originalLocale),
  to: pageOf({ entryKind: noun.kind, slug }),
});

/** Tells the owner of an entry of a kind, or whoever keeps it, by its table and of its edits. */
export const tellingOwners =
  (noun: Noun, table: NoticeTable<"owner">) => (told: Told, more?: Facts) =>
    tellBy(
      { ...OF_REVISIONS, ...table },
      {
        people: { owner: accountsOf(told) },
        facts: { ...entryFacts(noun, told), reason: "", words: "", ...more },
      },
    );
