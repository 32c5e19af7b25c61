import { ACTIVITY_STAGES } from "@/db/enums";
import { isReference, type ReferenceList } from "@/db/reference/lists";
import { type Asked, allOf } from "@/lib/search/list-filters";
import { ACTIVITY_MAX, type ActivityContent } from "./activity-content";
import { onlyDirection } from "./activity-kinds";

/** What a form for a new activity starts with. */
export type ActivityStart = Partial<
  Pick<ActivityContent, "kind" | "direction" | "stage" | "sectors" | "cities" | "organisationId">
>;

/**
 * Answers given in the address (`?kind=&stage=&cities=&cities=&sectors=&organisation=slug`); what is not on the lists
 * or not among the viewer's organisations is left out. A kind that goes only one way answers for the direction.
 */
export function readActivityStart(
  asked: Asked,
  organisations: readonly { id: string; slug: string }[],
): ActivityStart {
  const known = (list: ReferenceList, name: string) =>
    allOf(asked, name).filter((slug) => isReference(list, slug));
  const kind = known("activityKinds", "kind")[0];
  const [wanted] = allOf(asked, "organisation");
  const organisation = organisations.find(({ slug }) => slug === wanted) ?? organisations[0];
  return {
    kind,
    direction: (kind && onlyDirection(kind)) || undefined,
    stage: ACTIVITY_STAGES.find((stage) => stage === allOf(asked, "stage")[0]),
    sectors: known("sectors", "sectors").slice(0, ACTIVITY_MAX.sectors),
    cities: known("cities", "cities").slice(0, ACTIVITY_MAX.cities),
    organisationId: organisation?.id,
  };
}
