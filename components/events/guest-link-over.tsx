import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { LinkButton } from "../ui/link-button";
import { NarrowPage } from "../ui/narrow-page";

/** What a guest reads whose link opens nothing any more. */
export function GuestLinkOver({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "events");
  return (
    <NarrowPage title={t("guest.pageTitle")}>
      <p className="mb-5">{getTranslator(locale, "errors")("guestLinkOver")}</p>
      <LinkButton href={path(locale, "/events")}>{t("guest.events")}</LinkButton>
    </NarrowPage>
  );
}
