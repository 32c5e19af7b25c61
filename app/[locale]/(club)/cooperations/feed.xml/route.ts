import { listNewestCooperations } from "@/lib/cooperations/queries";
import { getTranslator } from "@/lib/core/i18n/translator";
import { feedRoute } from "@/lib/entries/feed-route";

export const GET = feedRoute({
  to: "/cooperations",
  words(locale) {
    const t = getTranslator(locale, "cooperations");
    return { title: t("list.title"), lead: t("list.lead") };
  },
  read: async () => [await listNewestCooperations()],
});
