import { mayRead } from "@/lib/core/auth/standing";
import { listRoute } from "@/lib/core/list-route";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { toDirectoryView } from "@/lib/directory/directory-view";
import { listMembers } from "@/lib/directory/queries";
import { withWaysOn } from "@/lib/saved-searches/ways-on";

/** For active accounts only. */
export const GET = listRoute({
  ofPeople: true,
  async read(viewer, asked, locale) {
    if (!mayRead(viewer)) return null;
    const filters = readDirectoryFilters(asked);
    return withWaysOn(
      toDirectoryView(await listMembers(viewer, filters, locale), filters, locale),
      viewer,
      locale,
    );
  },
});
