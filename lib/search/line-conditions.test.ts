import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { ACTIVITY_STAGES, DIRECTIONS, PROFILE_TYPES } from "@/db/enums";
import { referenceItems } from "@/db/reference/lists";
import { SIDES } from "@/lib/organisations/sides";

const slugsOf = (list: Parameters<typeof referenceItems>[0]) =>
  referenceItems(list).map(({ slug }) => slug);

/** As the views of `search` name them. */
const FACETS = {
  sectors: [...slugsOf("sectors"), ...slugsOf("sectorGroups")],
  cities: [...slugsOf("cities"), ...slugsOf("provinces"), ...slugsOf("lyonPlaces")],
  places: [...slugsOf("cities"), ...slugsOf("lyonPlaces")],
  kinds: [...slugsOf("organisationKinds"), ...slugsOf("activityKinds")],
  directions: DIRECTIONS,
  stages: ACTIVITY_STAGES,
  type: PROFILE_TYPES,
  sides: SIDES,
};

test("no two facets have the same number in the indexes of a page", () => {
  const all = new Set(
    Object.entries(FACETS).flatMap(([facet, slugs]) => slugs.map((slug) => `${facet}:${slug}`)),
  );
  const codeOf = (facet: string) => createHash("md5").update(facet).digest("hex").slice(0, 8);
  expect(all.size).toBeGreaterThan(450);
  expect(new Set([...all].map(codeOf)).size).toBe(all.size);
});
