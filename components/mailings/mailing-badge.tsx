import type { MailingState } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Badge, type BadgeTone } from "../ui/badge";

const TONE: Record<MailingState, BadgeTone> = {
  draft: "neutral",
  sending: "info",
  stopped: "warning",
  sent: "success",
};

/** How far a mailing is. */
export function MailingBadge({ state, locale }: { state: MailingState; locale: Locale }) {
  return <Badge tone={TONE[state]}>{getTranslator(locale, "mailings")(`states.${state}`)}</Badge>;
}
