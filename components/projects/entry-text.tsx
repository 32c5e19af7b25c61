import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { isLocale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PROJECT_MAX, type ProjectText } from "@/lib/projects/project-content";
import { LocalizedField } from "../ui/localized-field";
import type { EditorSectionProps } from "./editor-entry";

type EntryTextProps = EditorSectionProps & { field: ProjectText; rows?: number };

/** One text of the project in three languages, the original first. */
export function EntryText({ entry, locale, field, rows }: EntryTextProps) {
  const t = getTranslator(locale, "projects");
  const { content, stale } = entry;
  return (
    <LocalizedField
      copy={localizedFieldCopy(locale)}
      defaultValue={content[field]}
      hint={t(`hints.${field}`)}
      label={t(`fields.${field}`)}
      maxLength={PROJECT_MAX[field]}
      name={field}
      original={content.originalLocale}
      rows={rows}
      stale={(stale[field] ?? []).filter(isLocale)}
    />
  );
}
