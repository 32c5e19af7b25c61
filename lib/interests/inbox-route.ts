import "server-only";
import { liveRoute } from "@/lib/core/list-route";
import { toInboxView } from "./inbox-view";
import { readInterestFilters } from "./interest-groups";
import { countInterests, listInterests } from "./queries";

/** A page of the inbox (`?side=sent&group=new&page=2`) for whoever is active: an `InboxView`. */
export const inboxRoute = liveRoute({
  look: (viewer) => countInterests(viewer),
  async read(viewer, now, asked, locale) {
    const filters = readInterestFilters(asked);
    return toInboxView(await listInterests(viewer, filters, now), filters, locale);
  },
});
