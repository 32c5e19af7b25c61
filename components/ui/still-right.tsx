import type { Locale } from "@/lib/core/i18n/locales";
import { type StaleMarks, staleOptions } from "@/lib/core/i18n/staleness";
import { CheckboxGroup } from "./checkbox-group";

type StillRightProps<Text extends string> = {
  texts: readonly Text[];
  marks: StaleMarks;
  /** Names a translation. */
  say: (text: Text, language: Locale) => string;
  legend: string;
  hint: string;
};

/** Translations that are older than their original, to be confirmed where they still say the same. */
export function StillRight<Text extends string>(props: StillRightProps<Text>) {
  const { texts, marks, say, legend, hint } = props;
  const options = staleOptions(texts, marks, say);
  if (options.length === 0) return null;
  return <CheckboxGroup hint={hint} legend={legend} name="confirmed" options={options} />;
}
