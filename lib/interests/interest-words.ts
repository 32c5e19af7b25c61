import type { InterestState } from "@/db/enums";
import { isThere } from "@/lib/core/auth/standing";
import { addDays, daysBetween, formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { shownName } from "@/lib/members/member-card";
import { choiceWords } from "@/lib/projects/choice-words";
import { clockOf } from "./interest-clock";
import type { InterestRow } from "./listed.queries";
import { awaitedParty, REVEALED_STATES } from "./policy";
import type { InterestPage } from "./queries";

/** For how long it has been where it is, or their contact over, until when its clock stands still, and when it ends by itself. */
export function clockWords(
  interest: { state: InterestState; stateAt: Date; contactEndedOn?: string | null },
  locale: Locale,
): string {
  const t = getTranslator(locale, "interests");
  const { days, lapsesOn, pause } = clockOf(interest);
  const { contactEndedOn } = interest;
  const count = contactEndedOn ? daysBetween(contactEndedOn, today()) : days;
  const words = [t("clock.days", { count })];
  if (pause) {
    const day = formatDay(addDays(pause.to, 1), locale);
    words.push(t(pause.isPublished ? "clock.paused" : "clock.pausedUnpublished", { day }));
  }
  if (lapsesOn) words.push(t("clock.lapses", { day: formatDay(lapsesOn, locale) }));
  return words.join(locale === "zh" ? "，" : ", ");
}

/** Where an interest stands, in a word; what one has sent is new to the other. */
export function stateWords(state: InterestState, isReceived: boolean, locale: Locale): string {
  const word = isReceived && state === "sent" ? "received" : state;
  return getTranslator(locale, "interests")(`state.${word}`);
}

type Other = Pick<
  InterestRow,
  "familyName" | "givenName" | "nameOrder" | "nameZh" | "portrait" | "shownSectors"
>;

/** The name of the other side, both scripts, as soon as it may be read; null before. */
export function revealedName(
  { familyName, givenName, nameOrder, nameZh, portrait }: Other,
  locale: Locale,
): ReturnType<typeof shownName> | null {
  if (familyName === null || givenName === null || nameOrder === null) return null;
  return shownName({ familyName, givenName, nameOrder, nameZh, portrait }, locale);
}

/** Whether each knows by acceptance who the other is. */
export function isRevealed(interest: InterestPage): boolean {
  return interest.familyName !== null && isOneOf(REVEALED_STATES, interest.state);
}

type Opening = Pick<InterestPage, "state" | "otherStatus" | "isNamed" | "party" | "familyName">;

/**
 * What is said of names and contacts that acceptance would open: as long as an answer is waited for, and not of an
 * interest that is over. Without a name, that the other is gone.
 */
export function openingWords({ state, otherStatus, isNamed, party, familyName }: Opening) {
  if (familyName === null && !isThere({ status: otherStatus })) return "gone";
  if (awaitedParty(state) === null) return null;
  if (familyName !== null) return party === "owner" ? "namedToYou" : "ownerShown";
  if (!isNamed) return "hidden";
  return party === "owner" ? "ownerNamed" : "named";
}

const isOneOf = (states: readonly InterestState[], state: InterestState) => states.includes(state);

/** The name, else "a member of the club", to the owner with what is shown of their sectors. */
export function otherWords(other: Other, locale: Locale): string {
  return revealedName(other, locale)?.text ?? unnamedWords(other.shownSectors ?? [], locale);
}

/** Somebody who is not named, with what is shown of their sectors. */
export function unnamedWords(shownSectors: string[], locale: Locale): string {
  const t = getTranslator(locale, "interests");
  const sectors = choiceWords("sectors", shownSectors, locale);
  return sectors ? t("other.memberIn", { sectors }) : t("other.member");
}

/** Ended by a person rather than by the clock: with the project. */
export function isEndedWithProject({ state, isMine }: InterestPage["moves"][number]): boolean {
  return state === "lapsed" && isMine !== null;
}

/** The title of the project it is about. */
export function titleWords(
  { title, originalLocale }: { title: LocalizedText; originalLocale: Locale },
  locale: Locale,
): string {
  const untitled = getTranslator(locale, "projects")("untitled");
  return pickText(title, locale, originalLocale)?.text ?? untitled;
}
