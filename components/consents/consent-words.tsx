import type { ConsentText } from "@/lib/consents/consent-texts";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { textNote } from "@/lib/core/i18n/ui-copy";
import { VisuallyHidden } from "../ui/visually-hidden";

type ConsentWordsProps = { text: ConsentText; label: string; locale: Locale; isOpen?: boolean };

/** The text one agrees to, opened by a press. */
export function ConsentWords({ text, label, locale, isOpen }: ConsentWordsProps) {
  const t = getTranslator(locale, "consents");
  const note = textNote(locale, text, text.isOlder);
  return (
    <details open={isOpen}>
      <summary className="inline-flex min-h-9 items-center font-semibold text-link text-sm pointer-coarse:min-h-11">
        <span aria-hidden="true">{t("read")}</span>
        <VisuallyHidden>{t("about", { act: t("read"), purpose: label })}</VisuallyHidden>
      </summary>
      <div className="mt-1 max-w-measure space-y-3 border-hairline border-l-2 pl-4">
        {note ? <p className="text-muted text-sm">{note}</p> : null}
        {text.paragraphs.map((paragraph) => (
          <p key={paragraph} lang={text.isFallback ? LANGUAGE_TAG[text.lang] : undefined}>
            {paragraph}
          </p>
        ))}
      </div>
    </details>
  );
}
