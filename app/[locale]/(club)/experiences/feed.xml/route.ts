import { getTranslator } from "@/lib/core/i18n/translator";
import { feedRoute } from "@/lib/entries/feed-route";
import { listNewestExperiences } from "@/lib/experiences/queries";

export const GET = feedRoute({
  to: "/experiences",
  words(locale) {
    const t = getTranslator(locale, "experiences");
    return { title: t("list.title"), lead: t("list.lead") };
  },
  read: async () => [await listNewestExperiences()],
});
