import type { ReactNode } from "react";
import type { ClosedLink as Closed } from "@/lib/arrivals/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { LinkButton } from "../ui/link-button";
import { NarrowPage } from "../ui/narrow-page";

type ClosedLinkProps = { link: Closed; contact: string; locale: Locale };

/** Why a link does not let in, and what to do next. */
export function ClosedLink({ link, contact, locale }: ClosedLinkProps) {
  const t = getTranslator(locale, "arrivals");
  const mail = (words: ReactNode) => <a href={`mailto:${contact}`}>{words}</a>;
  return (
    <NarrowPage title={t(`closed.${link}.title`)}>
      <p>{t.rich(`closed.${link}.text`, { contact, mail })}</p>
      {link === "used" ? (
        <LinkButton className="mt-5" href={path(locale, "/sign-in")}>
          {t("closed.signIn")}
        </LinkButton>
      ) : null}
      {link === "withdrawn" ? (
        <LinkButton className="mt-5" href={path(locale, "/apply")} variant="secondary">
          {t("closed.apply")}
        </LinkButton>
      ) : null}
    </NarrowPage>
  );
}
