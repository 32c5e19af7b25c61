import { LinkButton } from "@/components/ui/link-button";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { CalmPage } from "./calm-page";

/** What stands where no page is, or none that this reader may see. */
export function MissingPage({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "pages");
  return (
    <CalmPage text={t("notFound.text")} title={t("notFound.title")}>
      <LinkButton href={path(locale, "/")}>{t("notFound.home")}</LinkButton>
      <LinkButton href={path(locale, "/projects")} variant="secondary">
        {t("notFound.projects")}
      </LinkButton>
    </CalmPage>
  );
}
