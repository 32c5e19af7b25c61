import { headers } from "next/headers";
import { DEFAULT_LOCALE, isLocale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

/**
 * Next puts what stands here into every document, so it is short. Only who acts on what has just gone meets it; at a
 * missing address stands the page of `[locale]/missing`.
 */
export default async function NotFound() {
  const asked = (await headers()).get("x-club-locale");
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const t = getTranslator(locale, "pages");
  return (
    <>
      <h1 className="font-semibold text-3xl">{t("notFound.title")}</h1>
      <p className="mt-3">{t("notFound.text")}</p>
      <a href={path(locale, "/")}>{t("notFound.home")}</a>
    </>
  );
}
