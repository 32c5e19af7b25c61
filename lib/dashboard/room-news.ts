import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { RoomNews } from "@/lib/rooms/news.queries";
import type { NewsList } from "./news.queries";

/** Most rooms that are shown. */
const MOST = 5;

const KINDS = ["messages", "documents", "milestones", "updates"] as const;

/** The reader's rooms with news as the dashboard lists them, each with what there is and a way in. */
export function roomNews(rooms: readonly RoomNews[], locale: Locale): NewsList {
  const t = getTranslator(locale, "home");
  const items = rooms.slice(0, MOST).map((room) => ({
    to: `/projects/${room.slug}/room`,
    title: pickText(room.title, locale, room.originalLocale),
    about: KINDS.filter((kind) => room[kind] > 0).map((kind) =>
      t(`news.room.${kind}`, { count: room[kind] }),
    ),
    at: room.at,
    isChanged: false,
  }));
  return { total: rooms.length, items };
}
