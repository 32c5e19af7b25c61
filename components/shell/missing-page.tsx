import { LinkButton } from "@/components/ui/link-button";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { CalmPage } from "./calm-page";

type MissingPageProps = {
  locale: Locale;
  /** The address a visitor asked for, without language, to come back to once signed in; null for who is. */
  next: string | null;
};

/** What stands where no page is, or none that this reader may see: a visitor may be a member who is not signed in here. */
export function MissingPage({ locale, next }: MissingPageProps) {
  const t = getTranslator(locale, "pages");
  const isVisitor = next !== null;
  return (
    <CalmPage
      text={t(isVisitor ? "notFound.visitor" : "notFound.text")}
      title={t("notFound.title")}
    >
      {isVisitor ? (
        <LinkButton href={path(locale, "/sign-in", { next: path(locale, next) })}>
          {getTranslator(locale, "shell")("menu.signIn")}
        </LinkButton>
      ) : null}
      <LinkButton href={path(locale, "/")} variant={isVisitor ? "secondary" : "primary"}>
        {t("notFound.home")}
      </LinkButton>
      {isVisitor ? null : (
        <LinkButton href={path(locale, "/projects")} variant="secondary">
          {t("notFound.projects")}
        </LinkButton>
      )}
    </CalmPage>
  );
}
