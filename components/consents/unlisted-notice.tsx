import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Notice } from "../ui/notice";

/** Told to members on their own page while their consent to the directory is missing. */
export function UnlistedNotice({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "consents");
  return (
    <Notice className="mb-8" title={t("unlisted.title")} tone="warning">
      <p>{t("unlisted.text")}</p>
      <p>
        <a href={path(locale, "/account#consents")}>{t("unlisted.link")}</a>
      </p>
    </Notice>
  );
}
