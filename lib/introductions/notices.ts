import { type Facts, inEachLanguage } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Telling } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { AcceptedPerson } from "@/lib/interests/accepted.queries";
import { contactCard } from "@/lib/interests/notices";
import { type MemberNames, shownName } from "@/lib/members/member-card";

/** Who hears what becomes of an introduction: of "not now" and of its end, nobody. */
const NOTICES: NoticeTable<"asker" | "asked"> = {
  "introduction.asked": { asked: "introductionAsked" },
  "introduction.accepted": { asker: "introductionAccepted" },
};

type Side = { accountId: string };
type Told = { id: string; asker: Side; asked?: Side };
type More = { facts: Facts; letter: Telling["letter"] };

/** Tells whoever was asked of the asking, and the asker of a yes. */
export const tellOfIntroduction = ({ id, asker, asked }: Told, { facts, letter }: More) =>
  tellBy(NOTICES, {
    people: { asker, asked },
    facts: { ...facts, to: `/introductions/${id}` },
    letter,
  });

const person = (names: MemberNames) => inEachLanguage((locale) => shownName(names, locale).text);

/** Who asks, and in the letter alone why: it can be taken back. */
export const askedBy = (names: MemberNames, { words }: { words: string }): More => ({
  facts: { person: person(names) },
  letter: () => ({ words }),
});

/** Who said yes, and in the letter alone how they are reached. */
export const acceptedBy = (names: MemberNames, accepted: AcceptedPerson): More => ({
  facts: { person: person(names) },
  letter: (locale: Locale) => {
    const t = getTranslator(locale, "introductions");
    const without = t("page.noContactsMail", { person: shownName(names, locale).text });
    // An organisation may be taken down before the letter leaves.
    const person = accepted && { ...accepted, organisation: null };
    return { card: person ? contactCard(person, locale, without) : without };
  },
});
