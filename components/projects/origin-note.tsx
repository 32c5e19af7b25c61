import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import type { TranslationNote } from "@/lib/projects/translations/sheet-fields";
import { Badge } from "../ui/badge";
import { noteWords } from "./note-words";

type OriginNoteProps = { note: TranslationNote; locale: Locale };

/** Where a translation comes from; a machine's stands out, a person's name leads to their page. */
export function OriginNote({ note, locale }: OriginNoteProps) {
  const words = noteWords(note, locale);
  const { translator } = note;
  if (note.origin === "machine") return <Badge tone="warning">{words}</Badge>;
  if (translator.kind !== "person") return <span className="text-muted text-sm">{words}</span>;
  return (
    <a className="py-1 text-sm" href={path(locale, `/members/${translator.slug}`)}>
      {words}
    </a>
  );
}
