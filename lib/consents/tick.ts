import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import type { TextsInForce } from "./consent-texts";
import { isPurpose, type Purpose } from "./policy";

/** A box as it was ticked: for which purpose, which version of its text, and in which language that was read. */
export type Tick = { purpose: string; version: number; locale: Locale };

/** The language in which a page in `locale` shows the text in force. */
export function readIn(texts: TextsInForce, purpose: string, locale: Locale): Locale {
  if (!isPurpose(purpose)) return locale;
  const { text, originalLocale } = texts[purpose];
  return pickText(text, locale, originalLocale)?.lang ?? locale;
}

/** A box ticked now, beside the text in force. */
export function tickNow(texts: TextsInForce, purpose: Purpose, locale: Locale): Tick {
  return { purpose, version: texts[purpose].version, locale: readIn(texts, purpose, locale) };
}

/** Whether the text of a tick is the one in force or was before it: nobody has read one that is to come. */
export const wasShown = (texts: TextsInForce, { purpose, version }: Omit<Tick, "locale">) =>
  !isPurpose(purpose) || version <= texts[purpose].version;

/** The ticks that still count: where the text has changed since, it has to be read and ticked anew. */
export function ticksInForce(texts: TextsInForce, ticks: readonly Tick[] = []): Tick[] {
  return ticks.filter(
    ({ purpose, version }) => isPurpose(purpose) && version === texts[purpose].version,
  );
}
