import { getTranslator } from "@/lib/core/i18n/translator";
import { PROJECT, type ProjectChoice, type ProjectText } from "@/lib/projects/project";
import { LONGEST_MONTHS } from "@/lib/projects/project-deadline";
import { EntryField } from "../entries/entry-field";
import type { EditorSectionProps } from "./editor-entry";

type ProjectFieldProps = EditorSectionProps & {
  name: ProjectText | Exclude<ProjectChoice, "originalLocale">;
  rows?: number;
};

/** One field of the project; a text in three languages, the original first. */
export function ProjectField({ entry, locale, name, rows }: ProjectFieldProps) {
  const t = getTranslator(locale, "projects");
  const { content, stale } = entry;
  const hint = `hints.${name}` as "hints.deadline";
  const label = PROJECT[name].kind === "text" ? `fields.${name}` : `facts.${name}`;
  return (
    <EntryField
      choose={t("editor.choose")}
      field={PROJECT[name]}
      hint={t.has(hint) ? t(hint, { months: LONGEST_MONTHS }) : undefined}
      label={t(label as "facts.kind")}
      locale={locale}
      name={name}
      original={content.originalLocale}
      rows={rows}
      stale={stale[name]}
      value={content[name]}
    />
  );
}
