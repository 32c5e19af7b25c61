import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { EntryContent } from "@/lib/entries/noun";
import { Badge } from "../ui/badge";

type ReadersBadgeProps = {
  content: Pick<EntryContent, "textLevel" | "audience">;
  /** Of the text: for whoever comes upon the entry, or for the readers that its full text has. */
  level: string;
  locale: Locale;
};

/** Who will read a text, beside its name. */
export function ReadersBadge({ content, level, locale }: ReadersBadgeProps) {
  const t = getTranslator(locale, "entries");
  const { textLevel = "members", audience = "public" } = content;
  if (level !== "public") {
    const isForMembers = textLevel === "members";
    return <Badge>{isForMembers ? t("editor.forMembers") : t("levels.contacts")}</Badge>;
  }
  if (audience === "public") return <Badge tone="warning">{t("editor.forAll")}</Badge>;
  return <Badge>{t(`editor.${audience === "members" ? "forMembers" : "forInvited"}`)}</Badge>;
}
