import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { areAllWilling } from "@/lib/rooms/policy";
import type { RoomPage } from "@/lib/rooms/queries";
import { MachinePanel } from "../ui/machine-panel";

type RoomMachineProps = {
  room: RoomPage;
  /** How the service is called; null without one. */
  provider: string | null;
  locale: Locale;
  action: FormAction;
};

/** Whether a machine may translate what is written in the room: what it takes, who said yes, and one's own yes. */
export function RoomMachine({ room, provider, locale, action }: RoomMachineProps) {
  const t = getTranslator(locale, "machine");
  const { id: roomId, people } = room;
  const isOwn = people.some(({ isSelf, allowsMachine }) => isSelf && allowsMachine);
  if (!provider && !isOwn) return null;
  const willing = people.filter(({ allowsMachine }) => allowsMachine).length;
  const isOn = provider !== null && areAllWilling(room);
  const standing = t("room.willing", { willing, all: people.length });
  const own = t(isOwn ? "room.own" : "room.notOwn");
  return (
    <MachinePanel
      action={action}
      hidden={{ roomId }}
      isAllowed={isOwn}
      isOn={isOn}
      locale={locale}
      texts={[
        t("room.text", { provider: provider ?? "none" }),
        locale === "zh" ? standing + own : `${standing} ${own}`,
      ]}
    />
  );
}
