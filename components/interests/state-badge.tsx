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

type StateBadgeProps = { state: InterestState; locale: Locale; isReceived?: boolean };

/** Where an interest stands, in a word; what one has sent is new to the other. */
export function StateBadge({ state, locale, isReceived = false }: StateBadgeProps) {
  const word = isReceived && state === "sent" ? "received" : state;
  return <Badge tone={TONE[state]}>{getTranslator(locale, "interests")(`state.${word}`)}</Badge>;
}
