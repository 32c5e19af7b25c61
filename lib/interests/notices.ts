import { answerToken } from "@/lib/core/auth/answer-token";
import type { Fact, Facts } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Telling } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { formatPhone } from "@/lib/core/text/phone-numbers";
import { titleFact } from "@/lib/entries/entry-names";
import { personFact, shownName } from "@/lib/members/member-card";
import { PROJECTS } from "@/lib/projects/project";
import type { AcceptedPerson } from "./accepted.queries";
import type { Party } from "./policy";

/** Who hears what becomes of an interest. Where both could, `only` says which of them does. */
const NOTICES: NoticeTable<Party> = {
  "interest.sent": { owner: "interestReceived" },
  "interest.more-asked": { sender: "interestMoreAsked" },
  "interest.answered": { owner: "interestAnswered" },
  "interest.accepted": { sender: "interestAccepted" },
  "interest.declined": { sender: "interestDeclined" },
  "interest.withdrawn": { owner: "interestWithdrawn" },
  "interest.concluded": { sender: "interestConcluded", owner: "interestConcluded" },
  "interest.message-written": { sender: "interestMessage", owner: "interestMessage" },
  "interest.reminded": { owner: "interestToAnswer", sender: "interestQuestionWaits" },
  "interest.lapsed": { sender: "interestLapsed", owner: "interestLapsed" },
  "interest.ended": { sender: "interestProjectOver" },
  "interest.project-taken-offline": { sender: "interestProjectOffline" },
};

type Told = Record<Party, { accountId: string }> & {
  id: string;
  title: LocalizedText;
  toldTitle: LocalizedText;
  originalLocale: Locale;
  isHidden?: boolean;
  isSilenced?: boolean;
};

type More = {
  only?: Party;
  words?: string;
  reasonCode?: string;
  facts?: Facts;
  letter?: Telling["letter"];
};

/**
 * Tells one side of an interest, or both; never an owner of whom they have blocked. What they read names nobody, but for the words that a person wrote, and for
 * the owner once they have accepted (`acceptedBy`).
 */
export function tellOfInterest(interest: Told, more: More = {}) {
  const { only, words = "", reasonCode, facts, letter } = more;
  const { sender, title, toldTitle, originalLocale } = interest;
  const owner = interest.isSilenced ? undefined : interest.owner;
  const reason: Fact = reasonCode ? { reason: reasonCode, list: "reasonsInterestDecline" } : "";
  return tellBy(NOTICES, {
    people: only ? { [only]: only === "owner" ? owner : sender } : { owner, sender },
    facts: (who) => ({
      title: titleFact(PROJECTS, who === "owner" ? title : toldTitle, originalLocale),
      reason,
      words,
      to: `/interests/${interest.id}`,
      ...facts,
    }),
    thing: (who) =>
      who === "sender" && interest.isHidden
        ? "reader"
        : { subjectType: "interest", subjectId: interest.id },
    letter,
  });
}

type Answered = { id: string; owner: { accountId: string; standing: string | null } };

/** The secret by which the owner answers from the letter alone; nothing where their account answers nothing by mail. */
export function byLetter({ id: subjectId, owner }: Answered): Record<string, string> {
  const { accountId, standing } = owner;
  return standing
    ? { answer: answerToken({ what: "interest", subjectId, accountId, standing }) }
    : {};
}

/** What the owner is asked to answer, and by which secret: both stand in the letter alone. */
export const proposal = (interest: Answered & { cooperation: string }) => ({
  words: interest.cooperation,
  ...byLetter(interest),
});

/** What an acceptance tells: who accepted, and the way to the room; how they are reached stands in the letter alone. */
export const acceptedBy = (person: NonNullable<AcceptedPerson>, slug: string) => ({
  facts: {
    person: personFact(person),
    to: `/projects/${slug}/room`,
  },
  letter: (locale: Locale) => ({ card: contactCard(person, locale) }),
});

/** How somebody is reached, in the lines of a letter: names, position and organisation, what they share with accepted contacts, else `without`. */
export function contactCard(
  person: NonNullable<AcceptedPerson>,
  locale: Locale,
  without = getTranslator(locale, "interests")("other.noContacts"),
): string {
  const t = getTranslator(locale, "interests");
  const name = shownName(person, locale);
  const words = ([person.jobTitle, person.organisation] as const).map(
    (text) => pickText(text, locale, person.originalLocale)?.text,
  );
  const contacts = (["email", "phone", "wechat"] as const).flatMap((field) => {
    const value = person[field];
    if (!value) return [];
    const link = field === "phone" ? formatPhone(value) : value;
    return getTranslator(locale, "mails")("link", { button: t(`other.${field}`), link });
  });
  const card = [
    [name.text, name.other],
    words,
    ...(contacts.length > 0 ? contacts.map((line) => [line]) : [[without]]),
  ].map((line) => line.filter(Boolean).join("\u00a0· "));
  return card.filter((line) => line !== "").join("\n");
}
