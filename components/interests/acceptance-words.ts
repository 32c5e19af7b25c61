import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { RoomOutline } from "@/lib/rooms/queries";

/** What follows from accepting: who sees whom, and what becomes of the project's room (null before there is one). */
export function acceptanceWords(room: RoomOutline | null, locale: Locale): string {
  const t = getTranslator(locale, "interests");
  const words = [t("accept.consequence"), t("accept.room", roomWords(room))];
  return words.join(locale === "zh" ? "" : " ");
}

function roomWords(room: RoomOutline | null) {
  if (!room) return { room: "none", count: 0 } as const;
  return { room: room.isClosed ? "closed" : "open", count: room.people } as const;
}
