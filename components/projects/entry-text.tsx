import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { isLocale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PROJECT, type ProjectText } from "@/lib/projects/project";
import { LocalizedField } from "../ui/localized-field";
import type { EditorSectionProps } from "./editor-entry";

type EntryTextProps = EditorSectionProps & {
  field: ProjectText;
  rows?: number;
  /** Needed before the project can be handed in; a draft may leave it empty. */
  needed?: boolean;
};

/** One text of the project in three languages, the original first. */
export function EntryText({ entry, locale, field, rows, needed }: EntryTextProps) {
  const t = getTranslator(locale, "projects");
  const { content, stale } = entry;
  return (
    <LocalizedField
      copy={localizedFieldCopy(locale)}
      defaultValue={content[field]}
      hint={t(`hints.${field}`)}
      label={t(`fields.${field}`)}
      maxLength={PROJECT[field].most}
      name={field}
      required={needed}
      original={content.originalLocale}
      rows={rows}
      stale={(stale[field] ?? []).filter(isLocale)}
    />
  );
}
