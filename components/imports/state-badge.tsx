import type { ImportState } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Badge, type BadgeTone } from "../ui/badge";

const TONE: Record<ImportState, BadgeTone> = {
  ready: "info",
  running: "info",
  done: "success",
  failed: "danger",
  undoing: "info",
  undone: "neutral",
};

/** How far an import is. */
export function StateBadge({ state, locale }: { state: ImportState; locale: Locale }) {
  const words = getTranslator(locale, "imports")(`page.state.${state}`);
  return <Badge tone={TONE[state]}>{words}</Badge>;
}
