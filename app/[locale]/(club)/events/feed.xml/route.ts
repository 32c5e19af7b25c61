import { getTranslator } from "@/lib/core/i18n/translator";
import { feedRoute } from "@/lib/entries/feed-route";
import { listNewestEvents } from "@/lib/events/queries";

export const GET = feedRoute({
  to: "/events",
  words(locale) {
    const t = getTranslator(locale, "events");
    return { title: t("list.title"), lead: t("list.lead") };
  },
  read: async () => [await listNewestEvents()],
});
