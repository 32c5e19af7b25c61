import { LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ProjectTeaser } from "@/lib/projects/listing.queries";
import { Card } from "../ui/card";
import { CONTROL } from "../ui/field-style";

type ShareSectionProps = {
  teaser: ProjectTeaser;
  /** The page's whole address, in the reader's language. */
  address: string;
  /** Where its code lies, as a picture. */
  code: string;
  locale: Locale;
};

/** Title, teaser and address to pass on, as a code to scan and as a text to copy: what anybody may read. */
export function ShareSection({ teaser, address, code, locale }: ShareSectionProps) {
  const t = getTranslator(locale, "projects");
  const pick = (text: ProjectTeaser["title"]) =>
    pickText(text, locale, teaser.originalLocale)?.text ?? "";
  const words = [pick(teaser.title), pick(teaser.teaser), address].filter(Boolean).join("\n\n");
  return (
    <Card as="section" labelledBy="share">
      <h2 className="mb-3 font-semibold text-lg" id="share">
        {t("share.title")}
      </h2>
      <img
        alt={t("share.code", { language: LOCALE_NAME[locale] })}
        className="size-40 rounded-sm"
        height={160}
        src={code}
        width={160}
      />
      <p className="mt-2 text-muted text-sm">{t("share.scan")}</p>
      <details className="no-print mt-3">
        <summary className="inline-flex min-h-11 items-center font-semibold text-link">
          {t("share.text")}
        </summary>
        <label className="mt-1 block text-muted text-sm" htmlFor="share-text">
          {t("share.hint")}
        </label>
        <textarea
          className={`${CONTROL} mt-1.5 min-h-36 text-sm`}
          dir="auto"
          id="share-text"
          readOnly
          rows={7}
          value={words}
        />
      </details>
    </Card>
  );
}
