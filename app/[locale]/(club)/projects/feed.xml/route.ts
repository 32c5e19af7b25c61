import { getTranslator } from "@/lib/core/i18n/translator";
import { feedRoute } from "@/lib/entries/feed-route";
import { listNewestProjects } from "@/lib/projects/listing.queries";

export const GET = feedRoute({
  to: "/projects",
  words(locale) {
    const t = getTranslator(locale, "projects");
    return { title: t("list.title"), lead: t("list.lead") };
  },
  read: async () => [await listNewestProjects()],
});
