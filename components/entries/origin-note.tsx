import type { EntryKind } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { TranslationNote } from "@/lib/entries/sheet-fields";
import { Badge } from "../ui/badge";

type OriginNoteProps = { kind: EntryKind; note: TranslationNote; locale: Locale };

/** Where a translation comes from; a machine's stands out, a person's name leads to their page. */
export function OriginNote({ kind, note: { origin, translator }, locale }: OriginNoteProps) {
  const t = getTranslator(locale, "translations");
  if (origin === "machine") return <Badge tone="warning">{t("machine")}</Badge>;
  if (translator.kind === "person") {
    return (
      <a className="py-1 text-sm" href={path(locale, `/members/${translator.slug}`)}>
        {t("by.person", { name: translator.name })}
      </a>
    );
  }
  const words = t(translator.kind === "owner" ? `${kind}.byOwner` : "by.somebody");
  return <span className="text-muted text-sm">{words}</span>;
}
