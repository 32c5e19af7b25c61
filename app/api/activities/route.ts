import { readActivityFilters } from "@/lib/activities/activity-filters";
import { toActivityListView } from "@/lib/activities/activity-list-view";
import { listActivities } from "@/lib/activities/queries";
import { listRoute } from "@/lib/core/list-route";
import { withWaysOn } from "@/lib/saved-searches/ways-on";

export const GET = listRoute({
  ofPeople: true,
  async read(viewer, asked, locale) {
    const filters = readActivityFilters(asked);
    return withWaysOn(
      toActivityListView(await listActivities(viewer, filters, locale), filters, locale),
      viewer,
      locale,
    );
  },
});
