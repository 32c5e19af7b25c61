import { LANGUAGE_TAG, LOCALE_NAME, type Locale, originalFirst } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { LocalizedProse } from "../ui/localized-prose";

type WrittenTextProps = { text: LocalizedText | undefined; original: Locale };

/** What an applicant wrote, in each language they wrote it in, theirs first and each one marked. */
export function WrittenText({ text = {}, original }: WrittenTextProps) {
  const written = originalFirst(original).filter((one) => text[one]);
  return (
    <div className="space-y-3">
      {written.map((language) => (
        <div className="border-hairline border-l-2 pl-4" key={language}>
          <p className="mb-1 text-muted text-sm" lang={LANGUAGE_TAG[language]}>
            {LOCALE_NAME[language]}
          </p>
          <LocalizedProse lang={language} text={text[language] ?? ""} />
        </div>
      ))}
    </div>
  );
}
