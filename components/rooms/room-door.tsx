import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { roomPath } from "./room-tabs";

type RoomDoorProps = {
  slug: string;
  locale: Locale;
  /** Whether one is in the room, or comes back into that of one's own project. */
  door: "enter" | "return";
  comeBack: FormAction;
};

/** The way from a project's page into its room. */
export function RoomDoor({ slug, locale, door, comeBack }: RoomDoorProps) {
  const t = getTranslator(locale, "rooms");
  return (
    <Card as="section" className="no-print scroll-mt-24 space-y-3" labelledBy="room">
      <h2 className="font-semibold text-lg" id="room">
        {t("title")}
      </h2>
      <p className="text-secondary">{t(`mine.${door}Text`)}</p>
      {door === "enter" ? (
        <LinkButton href={path(locale, roomPath(slug, "overview"))}>{t("mine.enter")}</LinkButton>
      ) : (
        <MoveForm
          action={comeBack}
          hidden={{ slug }}
          label={t("mine.return")}
          locale={locale}
          scope="return-to-room"
        />
      )}
    </Card>
  );
}
