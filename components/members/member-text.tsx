import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { pickText } from "@/lib/core/i18n/localized-text";
import { textNote } from "@/lib/core/i18n/ui-copy";
import { LocalizedProse } from "../ui/localized-prose";

type MemberTextProps = {
  text: LocalizedText | null;
  original: Locale;
  locale: Locale;
  stale?: string[];
};

/** One text of a member in the reader's language, or a labelled one; says when it is older than its original. */
export function MemberText({ text, original, locale, stale = [] }: MemberTextProps) {
  const picked = pickText(text, locale, original);
  if (!picked) return null;
  const label = textNote(locale, picked, stale.includes(picked.lang));
  return <LocalizedProse fallbackLabel={label} lang={picked.lang} text={picked.text} />;
}
