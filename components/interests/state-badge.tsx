import type { InterestState } from "@/db/enums";
import { Badge, type BadgeTone } from "../ui/badge";

const TONE: Record<InterestState, BadgeTone> = {
  sent: "info",
  "under-review": "info",
  "more-info-asked": "warning",
  accepted: "success",
  "in-talks": "success",
  agreement: "success",
  declined: "neutral",
  withdrawn: "neutral",
  lapsed: "neutral",
  "no-agreement": "neutral",
};

/** Where an interest stands, in a word. */
export function StateBadge({ state, words }: { state: InterestState; words: string }) {
  return <Badge tone={TONE[state]}>{words}</Badge>;
}
