import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { formatOnBothClocks } from "@/lib/core/two-clocks";
import type { OfferedPlace } from "@/lib/events/offered.queries";
import type { Task } from "./task";

/** Places at events that are kept for the reader for a day or two: they are lost if nobody takes them. */
export function placeTasks(places: readonly OfferedPlace[], locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  return places.map(({ slug, title, originalLocale, until }) => ({
    kind: "place",
    isPressing: true,
    href: path(locale, `/events/${slug}`),
    title: t("todo.place", {
      title: pickText(title, locale, originalLocale)?.text ?? t("todo.untitled"),
    }),
    text: getTranslator(locale, "events")("registration.offeredUntil", {
      until: formatOnBothClocks(until, null, locale),
    }),
  }));
}
