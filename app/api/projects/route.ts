import { listRoute } from "@/lib/core/list-route";
import { canSeeMatches } from "@/lib/matching/policy";
import { listFirstReasons } from "@/lib/matching/queries";
import { listPublishedProjects } from "@/lib/projects/listing.queries";
import { readProjectFilters } from "@/lib/projects/project-filters";
import { toProjectListView } from "@/lib/projects/project-list-view";
import { withWaysOn } from "@/lib/saved-searches/ways-on";

export const GET = listRoute({
  ofPeople: false,
  async read(viewer, asked, locale) {
    const filters = readProjectFilters(asked);
    const list = await listPublishedProjects(viewer, filters);
    const slugs = list.cards.map(({ slug }) => slug);
    const reasons = await listFirstReasons(viewer, locale, slugs);
    const isMember = Boolean(viewer?.memberId);
    const isMatched = canSeeMatches(viewer);
    return withWaysOn(
      toProjectListView(list, reasons, { filters, isMember, isMatched, locale }),
      viewer,
      locale,
    );
  },
});
