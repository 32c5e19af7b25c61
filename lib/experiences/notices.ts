import { type Fact, type Facts, titlesFact } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { titleFact } from "@/lib/entries/entry-names";
import { pageOf } from "@/lib/entries/noun";
import { accountsOf, type Held } from "@/lib/entries/policy";
import { EXPERIENCES } from "./experience";

/** What its author hears of an experience, and of an edit of it. */
const NOTICES: NoticeTable<"owner"> = {
  "experience.submitted": { owner: "experienceSubmitted" },
  "experience.published": { owner: "experiencePublished" },
  "experience.changes-requested": { owner: "experienceChangesRequested" },
  "experience.refused": { owner: "experienceRefused" },
  "experience.endorsed": { owner: "experienceEndorsed" },
  "experience.contradicted": { owner: "experienceContradicted" },
  "experience.reminded": { owner: "experiencesToConfirm" },
  "revision.published": { owner: "revisionPublished" },
  "revision.changes-requested": { owner: "revisionChangesRequested" },
  "revision.refused": { owner: "revisionRefused" },
};

type Titled = { slug: string; title: LocalizedText; originalLocale: Locale };

type Told = Titled & Held;

/** Tells an experience's author; what it opens is its page unless told otherwise (`to`). */
export const tellOwner = ({ title, originalLocale, slug, ...held }: Told, more?: Facts) =>
  tellBy(NOTICES, {
    people: { owner: accountsOf(held) },
    facts: {
      kind: EXPERIENCES.kind,
      title: titleFact(EXPERIENCES, title, originalLocale),
      to: pageOf({ entryKind: EXPERIENCES.kind, slug }),
      reason: "",
      words: "",
      ...more,
    },
  });

/** Tells its author what a member says of it. The words can be taken back, and so stand in the letter alone. */
export const tellOfOpinion = (
  { title, originalLocale, slug, ...held }: Told,
  { words, ...said }: { person: Fact; year: string; words: string },
) =>
  tellBy(NOTICES, {
    people: { owner: accountsOf(held) },
    facts: {
      title: titleFact(EXPERIENCES, title, originalLocale),
      to: `${pageOf({ entryKind: EXPERIENCES.kind, slug })}#opinions`,
      ...said,
    },
    letter: () => ({ words }),
  });

/** An author hears which of theirs are to be confirmed; a single one opens. */
export const tellOfDue = (accountId: string, due: readonly Titled[]) =>
  tellBy(NOTICES, {
    people: { owner: { accountId } },
    facts: {
      count: String(due.length),
      list: titlesFact(due, (locale) => getTranslator(locale, "experiences")("untitled")),
      to:
        due.length === 1 && due[0]
          ? pageOf({ entryKind: EXPERIENCES.kind, ...due[0] })
          : "/experiences",
    },
  });
