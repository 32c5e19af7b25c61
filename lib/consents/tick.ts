import type { Locale } from "@/lib/core/i18n/locales";
import { versionInForce } from "./consent-texts";
import { isPurpose, type Purpose } from "./policy";

/** A box as it was ticked: for which purpose, which version of its text, and in which language that was read. */
export type Tick = { purpose: string; version: number; locale: Locale };

/** A box ticked now, beside the text in force. */
export function tickNow(purpose: Purpose, locale: Locale): Tick {
  return { purpose, version: versionInForce(purpose), locale };
}

/** The ticks that still count: where the text has changed since, it has to be read and ticked anew. */
export function ticksInForce(ticks: readonly Tick[] = []): Tick[] {
  return ticks.filter(
    ({ purpose, version }) => isPurpose(purpose) && version === versionInForce(purpose),
  );
}
