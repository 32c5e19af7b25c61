import type { ProfileType } from "@/db/enums";
import type { ProjectChoice } from "./project";

/** Of these, a business project that says it has no protection only says that the question is not its own. */
const WITHOUT_RIGHTS: readonly (ProfileType | null)[] = ["business-offer", "business-request"];

/**
 * Whether a chosen value tells readers something: not that a stage of development does not apply, nor that a purchase or
 * a sale is covered by no right. Its owner and the club team, who check what was answered, see it all the same.
 */
export function isTelling(
  choice: ProjectChoice,
  value: unknown,
  profileType: ProfileType | null,
): boolean {
  if (choice === "developmentStage") return value !== "not-applicable";
  if (choice !== "ipStatuses" || !WITHOUT_RIGHTS.includes(profileType)) return true;
  return !(Array.isArray(value) && value.length === 1 && value[0] === "none");
}
