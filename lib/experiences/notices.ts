import { type Fact, type Facts, titlesFact } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Recipient } from "@/lib/core/events/record";
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

type Owner = Recipient | readonly Recipient[];

const tell = (owner: Owner, facts: Facts, letter?: () => Record<string, string>) =>
  tellBy(NOTICES, { people: { owner }, facts, letter });

const factsOf = ({ title, originalLocale, slug }: Titled) => ({
  title: titleFact(EXPERIENCES, title, originalLocale),
  to: pageOf({ entryKind: EXPERIENCES.kind, slug }),
});

/** Tells an experience's author; what it opens is its page unless told otherwise (`to`). */
export const tellOwner = (told: Told, more?: Facts) =>
  tell(accountsOf(told), {
    ...{ kind: EXPERIENCES.kind, ...factsOf(told), reason: "", words: "" },
    ...more,
  });

/** Tells its author what a member says of it. The words can be taken back, and so stand in the letter alone. */
export function tellOfOpinion(
  told: Told,
  { words, ...said }: { person: Fact; year: string; words: string },
) {
  const { title, to } = factsOf(told);
  return tell(accountsOf(told), { title, to: `${to}#opinions`, ...said }, () => ({ words }));
}

/** An author hears which of theirs are to be confirmed; a single one opens. */
export function tellOfDue(accountId: string, due: readonly Titled[]) {
  const [only, ...others] = due;
  return tell(
    { accountId },
    {
      count: String(due.length),
      list: titlesFact(due, (locale) => getTranslator(locale, "experiences")("untitled")),
      to: `/experiences${only && others.length === 0 ? `/${only.slug}` : ""}`,
    },
  );
}
