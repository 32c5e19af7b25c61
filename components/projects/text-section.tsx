import type { EditorSectionProps } from "./editor-entry";
import { EntryText } from "./entry-text";

/** The full text, for members. */
export function TextSection({ entry, locale }: EditorSectionProps) {
  return (
    <>
      <EntryText entry={entry} field="summary" locale={locale} needed rows={8} />
      <EntryText entry={entry} field="sought" locale={locale} needed rows={6} />
      <EntryText entry={entry} field="offered" locale={locale} needed rows={6} />
      <EntryText entry={entry} field="advantages" locale={locale} rows={5} />
    </>
  );
}
