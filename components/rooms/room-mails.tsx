import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { RoomPage } from "@/lib/rooms/queries";
import { MoveForm } from "../ui/move-form";

type RoomMailsProps = { room: RoomPage; locale: Locale; action: FormAction };

/** Whether one gets mails about what is written in the room, and the one button that changes it. */
export function RoomMails({ room, locale, action }: RoomMailsProps) {
  const t = getTranslator(locale, "rooms");
  const choice = room.isMailed ? "on" : "off";
  return (
    <MoveForm
      action={action}
      className="no-print flex flex-wrap items-center gap-x-4 gap-y-2 text-secondary text-sm"
      hidden={{ roomId: room.id, ...(room.isMailed ? {} : { isWanted: "on" }) }}
      label={t(`discussion.mails.${choice}Act`)}
      locale={locale}
      scope="mails"
      size="small"
      variant="quiet"
    >
      <p>{t(`discussion.mails.${choice}`)}</p>
    </MoveForm>
  );
}
