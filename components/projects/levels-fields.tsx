import type { ReactNode } from "react";
import { ENTRY_LEVELS } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ProjectContent } from "@/lib/projects/project";
import { RadioGroup } from "../ui/radio-group";

type LevelsFieldsProps = {
  levels: Pick<ProjectContent, "textLevel" | "ownerLevel">;
  locale: Locale;
  /** What is shown without the owner's name. */
  note: ReactNode;
};

/** Who reads the full text, and who learns who proposes it. */
export function LevelsFields({ levels, locale, note }: LevelsFieldsProps) {
  const t = getTranslator(locale, "projects");
  const entries = getTranslator(locale, "entries");
  const groups = (["textLevel", "ownerLevel"] as const).map((name) => (
    <RadioGroup
      defaultValue={levels[name]}
      key={name}
      legend={t(`levels.${name}.label`)}
      name={name}
      options={ENTRY_LEVELS.map((value) => ({
        value,
        label: entries(`levels.${value}`),
        hint: t(`levels.${name}.${value}`),
      }))}
      required
    />
  ));
  return (
    <>
      {groups}
      {note}
    </>
  );
}
