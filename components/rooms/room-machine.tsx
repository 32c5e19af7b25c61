import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { areAllWilling } from "@/lib/rooms/policy";
import type { RoomPage } from "@/lib/rooms/queries";
import { MoveForm } from "../ui/move-form";

type RoomMachineProps = {
  room: RoomPage;
  /** How the service is called; null without one. */
  provider: string | null;
  locale: Locale;
  action: FormAction;
};

/** Whether a machine may translate what is written in the room: what it takes, who said yes, and one's own yes. */
export function RoomMachine({ room, provider, locale, action }: RoomMachineProps) {
  const t = getTranslator(locale, "rooms");
  const { id: roomId, people } = room;
  const isOwn = people.some(({ isSelf, allowsMachine }) => isSelf && allowsMachine);
  if (!provider && !isOwn) return null;
  const willing = people.filter(({ allowsMachine }) => allowsMachine).length;
  const isOpen = provider !== null && areAllWilling(room);
  return (
    <details className="no-print rounded-md border border-hairline px-4 py-2">
      <summary className="min-h-9 cursor-pointer py-1 font-semibold text-link">
        {t("machine.title", { state: isOpen ? "open" : "closed" })}
      </summary>
      <div className="max-w-measure space-y-3 pt-1 pb-2">
        <p>{t("machine.text", { provider: provider ?? "none" })}</p>
        <p>
          {t("machine.willing", { willing, all: people.length })}{" "}
          {t(isOwn ? "machine.own" : "machine.notOwn")}
        </p>
        <p className="text-muted text-sm">
          <a href={path(locale, "/privacy")}>{t("machine.privacy")}</a>
        </p>
        <MoveForm
          action={action}
          hidden={{ roomId, ...(isOwn ? {} : { isAllowed: "on" }) }}
          label={t(isOwn ? "machine.stop" : "machine.allow")}
          locale={locale}
          scope="machine"
          size="small"
          variant="secondary"
        />
      </div>
    </details>
  );
}
