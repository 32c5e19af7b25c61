import { referenceItems } from "@/db/reference/lists";
import type { Purpose } from "@/lib/consents/policy";

/** Categories one can ask for; honorary members are named by the club. */
export const ASKED_CATEGORIES: readonly string[] = referenceItems("membershipCategories")
  .map(({ slug }) => slug)
  .filter((slug) => slug !== "honorary");

/** What an applicant is asked to accept or agree to, each apart from the others. */
export const ASKED_CONSENTS = [
  "charter",
  "privacy-notice",
  "transfer-to-france",
  "members-directory",
  "public-directory",
] as const satisfies readonly Purpose[];
