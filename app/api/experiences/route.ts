import { mayRead } from "@/lib/core/auth/standing";
import { listRoute } from "@/lib/core/list-route";
import { readExperienceFilters } from "@/lib/experiences/experience-filters";
import { toExperienceListView } from "@/lib/experiences/experience-list-view";
import { listExperiences } from "@/lib/experiences/listing.queries";

export const GET = listRoute({
  ofPeople: false,
  async read(viewer, asked, locale) {
    const isMember = mayRead(viewer);
    const filters = readExperienceFilters(asked, isMember);
    const list = await listExperiences(viewer, filters);
    return toExperienceListView(list, { filters, isMember, locale });
  },
});
