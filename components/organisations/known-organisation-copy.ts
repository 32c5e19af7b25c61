import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { KnownCopy } from "./known-organisation";

/** What a form says once the club has the organisation already. */
export function knownCopy(locale: Locale): KnownCopy {
  const t = getTranslator(locale, "organisations");
  return {
    title: t("form.exists"),
    text: t("form.existsText"),
    numberText: t("form.existsNumber"),
    link: t("form.existsLink"),
    isAnother: t("form.isAnother"),
    href: path(locale, "/organisations/new"),
    refusal: getTranslator(locale, "errors")("organisationExists"),
  };
}
