import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_TAG, LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { isMailedOut } from "@/lib/mailings/mailing";
import type { Mailing } from "@/lib/mailings/queries";
import { LocalizedProse } from "../ui/localized-prose";
import { MoveForm } from "../ui/move-form";

type MailingPreviewProps = { it: Mailing; tryIt: FormAction; locale: Locale };

/** What a mailing says in each language, each with the letter as it will look and a test to oneself. */
export function MailingPreview({ it, tryIt, locale }: MailingPreviewProps) {
  return (
    <div className="grid grid-cols-1 gap-6">
      {LOCALES.map((language) => (
        <OneLanguage it={it} key={language} language={language} locale={locale} tryIt={tryIt} />
      ))}
    </div>
  );
}

function OneLanguage(props: MailingPreviewProps & { language: Locale }) {
  const { it, tryIt, locale, language } = props;
  const t = getTranslator(locale, "mailings");
  const [subject = "", body = ""] = [it.subject[language], it.body[language]];
  const isWritten = subject !== "" && body !== "";
  return (
    <article
      aria-label={t("preview.language", { language: LOCALE_NAME[language] })}
      className="min-w-0 rounded-md border border-hairline p-4"
    >
      <h3 className="mb-3 text-muted text-sm" lang={LANGUAGE_TAG[language]}>
        {LOCALE_NAME[language]}
      </h3>
      {subject || body ? (
        <div className="wrap-anywhere space-y-3">
          <p className="font-semibold" dir="auto" lang={LANGUAGE_TAG[language]}>
            {subject || "–"}
          </p>
          <LocalizedProse hasLinks lang={language} text={body} />
        </div>
      ) : (
        <p className="text-muted">{t("preview.empty")}</p>
      )}
      {isWritten && isMailedOut(it) ? (
        <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
          <a
            className="inline-block py-2"
            href={`/api/mailings/${it.id}/letter?locale=${language}`}
            rel="noopener"
            target="_blank"
          >
            {t("preview.drawn")}
          </a>
          <MoveForm
            action={tryIt}
            hidden={{ mailingId: it.id, version: String(it.version), locale: language }}
            label={t("preview.try")}
            locale={locale}
            scope={`try-${language}`}
            size="small"
            variant="secondary"
          />
        </div>
      ) : null}
    </article>
  );
}
