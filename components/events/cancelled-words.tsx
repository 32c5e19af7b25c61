import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { QuotedWords } from "../ui/quoted-words";

type CancelledWordsProps = { words: string | null; className?: string; locale: Locale };

/** Why an event was called off, in the words of whoever did; nothing where they said none. */
export function CancelledWords({ words, className, locale }: CancelledWordsProps) {
  if (!words) return null;
  return (
    <div className={className}>
      <p>{getTranslator(locale, "events")("page.cancelledWhy")}</p>
      <QuotedWords className="mt-1" words={words} />
    </div>
  );
}
