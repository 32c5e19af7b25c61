import { answerToken } from "@/lib/core/auth/answer-token";
import type { Facts } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Telling } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { AcceptedPerson } from "@/lib/interests/accepted.queries";
import { contactCard } from "@/lib/interests/notices";
import { type NamedMember, personFact, shownName } from "@/lib/members/member-card";

/** Who hears what becomes of an introduction: of "not now" and of its end, nobody. */
const NOTICES: NoticeTable<"asker" | "asked" | "between"> = {
  "introduction.asked": { asked: "introductionAsked", between: "introductionToPassOn" },
  "introduction.passed-on": { asked: "introductionPassedOn" },
  "introduction.accepted": { asker: "introductionAccepted" },
};

type Side = { accountId: string };
type Told = { id: string; asker: Side; asked?: Side; between?: Side };
type More = { facts: Facts; letter: Telling["letter"] };

/** Tells whoever was asked, or is to pass it on, of the asking, and the asker of a yes. */
export const tellOfIntroduction = ({ id, asker, asked, between }: Told, { facts, letter }: More) =>
  tellBy(NOTICES, {
    people: { asker, asked, between },
    facts: { ...facts, to: `/introductions/${id}` },
    thing: { subjectType: "introduction", subjectId: id },
    letter,
  });

type Answering = { accountId: string; standing: string | null };

type Asked = { words: string; id?: string; asked?: Answering };

/** Why, and the secret by which its reader answers from the letter, where their account answers by mail. */
const proposal = (
  what: "introduction" | "passing",
  { id, words, asked }: Asked,
): Record<string, string> => {
  if (!id || !asked?.standing) return { words };
  const { accountId, standing } = asked;
  return { words, answer: answerToken({ what, subjectId: id, accountId, standing }) };
};

/** Who asks, and in the letter alone why: it can be taken back. */
export const askedBy = (names: NamedMember, asked: Asked): More => ({
  facts: { person: personFact(names) },
  letter: () => proposal("introduction", asked),
});

/** Who wishes to be introduced to whom, and in the letter alone why; `asked` is whoever is to pass it on. */
export const toPassOn = (names: NamedMember, other: NamedMember, asked: Asked): More => ({
  facts: { person: personFact(names), other: personFact(other) },
  letter: () => proposal("passing", asked),
});

/** Who asks and who passes it on, and in the letter alone why, with the note of the latter. */
export const passedOn = (
  names: NamedMember,
  through: NamedMember,
  asked: Asked & { note: string },
): More => ({
  facts: { person: personFact(names), through: personFact(through) },
  letter: () => ({ ...proposal("introduction", asked), note: asked.note }),
});

/** Who said yes, and in the letter alone how they are reached. */
export const acceptedBy = (names: NamedMember, accepted: AcceptedPerson): More => ({
  facts: { person: personFact(names) },
  letter: (locale: Locale) => {
    const t = getTranslator(locale, "introductions");
    const without = t("page.noContactsMail", { person: shownName(names, locale).text });
    // An organisation may be taken down before the letter leaves.
    const person = accepted && { ...accepted, organisation: null };
    return { card: person ? contactCard(person, locale, without) : without };
  },
});
