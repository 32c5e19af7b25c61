import { type Fact, titlesFact } from "@/lib/core/events/facts";
import { tellBy } from "@/lib/core/events/notice-table";
import { getTranslator } from "@/lib/core/i18n/translator";
import { entryFacts, type Titled, type Told, tellingOwners } from "@/lib/entries/owner-notices";
import { accountsOf } from "@/lib/entries/policy";
import { EXPERIENCES } from "./experience";

/** What its author hears of an experience, and of an edit of it. */
const NOTICES = {
  "experience.submitted": { owner: "experienceSubmitted" },
  "experience.published": { owner: "experiencePublished" },
  "experience.changes-requested": { owner: "experienceChangesRequested" },
  "experience.refused": { owner: "experienceRefused" },
  "experience.endorsed": { owner: "experienceEndorsed" },
  "experience.contradicted": { owner: "experienceContradicted" },
  "experience.reminded": { owner: "experiencesToConfirm" },
} as const;

/** Tells an experience's author; what it opens is its page unless told otherwise (`to`). */
export const tellOwner = tellingOwners(EXPERIENCES, NOTICES);

/** Tells its author what a member says of it. The words can be taken back, and so stand in the letter alone. */
export function tellOfOpinion(
  told: Told,
  { words, ...said }: { person: Fact; year: string; words: string },
) {
  const { title, to } = entryFacts(EXPERIENCES, told);
  return tellBy(NOTICES, {
    people: { owner: accountsOf(told) },
    facts: { title, to: `${to}#opinions`, ...said },
    letter: () => ({ words }),
  });
}

/** An author hears which of theirs are to be confirmed; a single one opens. */
export function tellOfDue(accountId: string, due: readonly Titled[]) {
  const [only, ...others] = due;
  return tellBy(NOTICES, {
    people: { owner: { accountId } },
    facts: {
      count: String(due.length),
      list: titlesFact(due, (locale) => getTranslator(locale, "experiences")("untitled")),
      to: `/experiences${only && others.length === 0 ? `/${only.slug}` : ""}`,
    },
  });
}
