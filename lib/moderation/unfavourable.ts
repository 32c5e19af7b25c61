import type { Verdict } from "@/db/enums";

const UNFAVOURABLE: readonly Verdict[] = ["refused", "suspended"];

/** How many decisions went against a person: refusals and suspensions, not requests for changes. */
export function countUnfavourable(decisions: readonly { verdict: Verdict }[]): number {
  return decisions.filter(({ verdict }) => UNFAVOURABLE.includes(verdict)).length;
}
