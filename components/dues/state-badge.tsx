import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { CallState } from "@/lib/dues/call-state";
import { Badge, type BadgeTone } from "../ui/badge";

const TONE: Record<CallState, BadgeTone> = {
  open: "warning",
  paid: "success",
  cancelled: "neutral",
};

/** What became of a call, or that a receipt was cancelled. */
export function StateBadge({ state, locale }: { state: CallState; locale: Locale }) {
  return <Badge tone={TONE[state]}>{getTranslator(locale, "dues")(`state.${state}`)}</Badge>;
}
