import { LinkButton } from "@/components/ui/link-button";
import { LANGUAGE_TAG, LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

/** An address without a language the portal speaks: told in all of them. */
export function MissingInEveryLanguage() {
  return (
    <main className="mx-auto max-w-page space-y-12 px-4 py-16 sm:px-6 sm:py-24">
      {LOCALES.map((locale, index) => {
        const t = getTranslator(locale, "pages");
        const Heading = index === 0 ? "h1" : "h2";
        return (
          <section key={locale} lang={LANGUAGE_TAG[locale]}>
            <Heading className="font-semibold text-2xl">{t("notFound.title")}</Heading>
            <p className="mt-2 mb-5 max-w-measure text-secondary">{t("notFound.text")}</p>
            <LinkButton href={path(locale, "/")} variant="secondary">
              {t("notFound.home")}
            </LinkButton>
          </section>
        );
      })}
    </main>
  );
}
