import { addDays, formatDay } from "@/lib/core/dates";
import { pauseOn } from "@/lib/core/great-holidays";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { IntroductionState } from "./policy";

type Shown = {
  state: IntroductionState;
  isMine: boolean;
  endsOn: string;
  contactEndedOn?: string | null;
};

/** Where it stands, in a word, to the one or the other. */
export function stateWords(
  { state, isMine }: Omit<Shown, "endsOn" | "contactEndedOn">,
  locale: Locale,
): string {
  const t = getTranslator(locale, "introductions");
  return t(`state.${state === "asked" && !isMine ? "toAnswer" : state}`);
}

/** Until when it waits, the days of the great holidays not counted, or when it ended; null once it was answered. */
export function clockWords(
  { state, endsOn, contactEndedOn }: Shown,
  locale: Locale,
  day: string,
): string | null {
  const t = getTranslator(locale, "introductions");
  if (state === "ended") {
    return t("clock.over", { day: formatDay(contactEndedOn ?? endsOn, locale) });
  }
  if (state !== "asked") return null;
  const until = t("clock.until", { day: formatDay(endsOn, locale) });
  const pause = pauseOn(day);
  if (!pause) return until;
  const runsAgain = formatDay(addDays(pause.to, 1), locale);
  const paused = t(pause.isPublished ? "clock.paused" : "clock.pausedUnpublished", {
    day: runsAgain,
  });
  return locale === "zh" ? `${until}。${paused}` : `${until}. ${paused}`;
}
