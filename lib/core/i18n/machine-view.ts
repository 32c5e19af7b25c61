import type { Locale } from "./locales";
import { getTranslator } from "./translator";

/** What became of a translation that was asked for. */
export type MachineState = "made" | "pending" | "failed";

/** What a machine made of somebody's words, as it is kept, and how it was called. */
export type MachineWords = { state: MachineState; words: string | null; madeBy: string };

/** The same as it is shown: marked as a machine's, or that it is on its way or did not come. */
export type MachineShown = { words?: string; note: string };

/** Without words there is only a note: that they are on their way, or failed to come. */
export function toMachineShown(
  { state, words, madeBy }: MachineWords,
  locale: Locale,
): MachineShown {
  const note = getTranslator(locale, "machine")(state, { provider: madeBy });
  return words === null ? { note } : { words, note };
}
