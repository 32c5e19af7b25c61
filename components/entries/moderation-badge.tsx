import type { ModerationState } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Badge, type BadgeTone } from "../ui/badge";

const TONE: Record<ModerationState, BadgeTone> = {
  draft: "neutral",
  submitted: "info",
  "changes-requested": "warning",
  published: "success",
  refused: "danger",
  withdrawn: "neutral",
  archived: "neutral",
};

/** Where an entry stands with the club team. */
export function ModerationBadge({ state, locale }: { state: ModerationState; locale: Locale }) {
  return <Badge tone={TONE[state]}>{getTranslator(locale, "enums")(`moderation.${state}`)}</Badge>;
}
