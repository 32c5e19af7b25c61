import type { InterestState } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
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
export function StateBadge({ state, locale }: { state: InterestState; locale: Locale }) {
  return <Badge tone={TONE[state]}>{getTranslator(locale, "interests")(`state.${state}`)}</Badge>;
}
