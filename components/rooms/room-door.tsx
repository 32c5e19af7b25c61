import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";
import { roomPath } from "./room-tabs";

/** The way from a project's page into its room, for those who are in it. */
export function RoomDoor({ slug, locale }: { slug: string; locale: Locale }) {
  const t = getTranslator(locale, "rooms");
  return (
    <Card as="section" className="no-print space-y-3" labelledBy="room">
      <h2 className="font-semibold text-lg" id="room">
        {t("title")}
      </h2>
      <p className="text-secondary">{t("mine.enterText")}</p>
      <LinkButton href={path(locale, roomPath(slug, "overview"))}>{t("mine.enter")}</LinkButton>
    </Card>
  );
}
