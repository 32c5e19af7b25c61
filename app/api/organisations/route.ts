import { listRoute } from "@/lib/core/list-route";
import { listOrganisations } from "@/lib/organisations/listing.queries";
import { readOrganisationFilters } from "@/lib/organisations/organisation-filters";
import { toOrganisationListView } from "@/lib/organisations/organisation-list-view";

export const GET = listRoute({
  ofPeople: true,
  async read(viewer, asked, locale) {
    const filters = readOrganisationFilters(asked);
    const list = await listOrganisations(viewer, filters, locale);
    return toOrganisationListView(list, { filters, isVisitor: viewer === null, locale });
  },
});
