import type { ConsentText, WrittenText } from "@/lib/consents/consent-texts";
import type { AcceptedText } from "@/lib/consents/ledger";
import { formatDay, formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { ConsentWords } from "./consent-words";

type AcceptedTextsProps = {
  locale: Locale;
  /** Each with its words as they were accepted, where they are known, and the text that is in force. */
  accepted: (AcceptedText & { label: string; words: ConsentText | null; inForce: WrittenText })[];
};

const PAGES = { charter: "/charter", "privacy-notice": "/privacy" } as const;

/** The texts accepted on joining, in the version that was read, and whether a newer one has come since. */
export function AcceptedTexts({ locale, accepted }: AcceptedTextsProps) {
  const t = getTranslator(locale, "consents");
  if (accepted.length === 0) return null;
  return (
    <>
      <h3 className="mt-8 mb-2 font-semibold">{t("accepted")}</h3>
      <ul className="space-y-3">
        {accepted.map(({ purpose, label, words, inForce, ...row }) => (
          <li key={row.id}>
            <p>{label}</p>
            <p className="text-muted text-sm">
              {t("acceptedOn", {
                date: formatInstant(row.givenAt, locale),
                language: row.locale,
                version: row.textVersion,
              })}
            </p>
            {row.isOutdated ? (
              <p className="text-sm">
                {newerWords(inForce, locale)}{" "}
                <a href={path(locale, PAGES[purpose])}>{t("readNewer")}</a>
              </p>
            ) : null}
            {words ? <ConsentWords label={label} locale={locale} text={words} /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function newerWords({ version, since }: WrittenText, locale: Locale): string {
  const t = getTranslator(locale, "consents");
  if (since === null) return t("newerUndated", { version });
  return t("newer", { version, day: formatDay(since, locale) });
}
