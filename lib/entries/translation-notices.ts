import { type Fact, inEachLanguage } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Tell } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { textNames, titleFact } from "./entry-names";
import type { LockedEntry } from "./locked.queries";
import type { LockedOffer } from "./locked-sheet.queries";
import { type Noun, pageOf } from "./noun";
import type { NounVerbs } from "./noun-verbs";
import { questionSheetOf, sheetOf } from "./translation-sheet";

/** Who hears what becomes of an offered translation; that it came online is told with the entry. */
const NOTICES: NoticeTable<"owner" | "author" | "translators"> = {
  "translation.asked": { translators: "translationAsked" },
  "translation.offered": { owner: "translationOffered" },
  "translation.accepted": { author: "translationAccepted" },
  "translation.declined": { author: "translationDeclined" },
};

type Told = Pick<LockedEntry, "entryKind" | "slug" | "title" | "originalLocale">;

type On<Facts> = { noun: Noun; facts: Facts };

type Translated = { locale: Locale; fields: readonly string[] };

/** What of one author's comes online in one language. */
export type TranslationOnline = Translated & { accountId: string };

/** Tells whoever keeps an entry, once, of all that is new from one author. */
export const tellOfOffers = (
  { noun, facts }: On<Told>,
  offered: Translated & { person: Fact },
  keepers: { accountId: string }[],
) =>
  tellBy(NOTICES, {
    people: { owner: keepers },
    facts: factsOf(noun, facts, { ...offered, to: sheetOf(facts, offered.locale) }),
  });

type OnlineOrNot = Pick<LockedEntry, "moderation" | "hiddenAt"> & { toldTitle: LocalizedText };

/** Asks those who translate between the two languages, for questions too or for them alone; who asks is not told. */
export const tellTranslators = (
  { noun, facts }: On<Told & { toldTitle: LocalizedText }>,
  wished: Translated & { hasQuestions: boolean },
  accountIds: readonly string[],
) => {
  const sheet = wished.fields.length > 0 ? sheetOf : questionSheetOf;
  return tellBy(NOTICES, {
    people: { translators: accountIds.map((accountId) => ({ accountId })) },
    facts: factsOf(
      noun,
      { ...facts, title: facts.toldTitle },
      { ...wished, to: sheet(facts, wished.locale) },
    ),
  });
};

/** Tells the author, once, what one act answered; it opens nothing where the entry is not online. */
export function tellAuthor(
  { noun, facts }: On<Told & OnlineOrNot>,
  { authorId, ...offered }: Translated & Pick<LockedOffer, "authorId">,
  words = "",
) {
  const isOnline = facts.moderation === "published" && !facts.hiddenAt;
  const to = isOnline ? sheetOf(facts, offered.locale) : "";
  return tellBy(NOTICES, {
    people: { author: { accountId: authorId } },
    facts: factsOf(noun, { ...facts, title: facts.toldTitle }, { ...offered, words, to }),
    thing: isOnline ? undefined : "reader",
  });
}

/** Tells the owner that the text is online, and each author of a translation that comes online with it. */
export const tellPublished =
  (
    noun: Noun & Pick<NounVerbs, "tellOwner">,
    entry: LockedEntry,
    online: readonly TranslationOnline[],
  ): Tell =>
  (event) => [
    ...noun.tellOwner(entry)(event),
    ...online.map(({ accountId, ...translated }) => ({
      kind: "translationPublished" as const,
      to: { accountId },
      facts: factsOf(noun, entry, { ...translated, to: pageOf(entry) }),
    })),
  ];

/** What is told about translations of an entry; its owner is never named. */
const factsOf = (
  noun: Noun,
  { entryKind: kind, title, originalLocale }: Told,
  {
    locale: language,
    fields,
    hasQuestions = false,
    person = "",
    words = "",
    to,
  }: Translated & { hasQuestions?: boolean; person?: Fact; words?: string; to: string },
) => ({
  kind,
  title: titleFact(noun, title, originalLocale),
  language: inEachLanguage((locale) =>
    getTranslator(locale, "translations")("language", { language }),
  ),
  fields: inEachLanguage((locale) => textNames(kind, fields, locale, hasQuestions)),
  person,
  words,
  to,
});
