import { listNewestCooperations } from "@/lib/cooperations/queries";
import { getTranslator } from "@/lib/core/i18n/translator";
import { feedRoute } from "@/lib/entries/feed-route";
import { listNewestEvents } from "@/lib/events/queries";
import { listNewestExperiences } from "@/lib/experiences/queries";
import { listNewestProjects } from "@/lib/projects/listing.queries";

export const GET = feedRoute({
  to: "/",
  words: (locale) => ({ title: "", lead: getTranslator(locale, "pages")("home.lead") }),
  read: () =>
    Promise.all([
      listNewestProjects(),
      listNewestExperiences(),
      listNewestCooperations(),
      listNewestEvents(),
    ]),
});
