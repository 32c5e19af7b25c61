import type { ApplicationState } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Badge, type BadgeTone } from "../ui/badge";

type ApplicationBadgeProps = { locale: Locale; state: ApplicationState };

const TONE: Record<ApplicationState, BadgeTone> = {
  draft: "neutral",
  submitted: "warning",
  "under-review": "info",
  "info-requested": "warning",
  approved: "success",
  refused: "danger",
  withdrawn: "neutral",
};

/** Where an application stands, in a word. */
export function ApplicationBadge({ locale, state }: ApplicationBadgeProps) {
  const words = getTranslator(locale, "enums");
  return <Badge tone={TONE[state]}>{words(`application.${state}`)}</Badge>;
}
