import { LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { staleOptions } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type EditorStep, textsOfStep } from "@/lib/projects/editor-steps";
import { CheckboxGroup } from "../ui/checkbox-group";
import type { EditorEntry } from "./editor-entry";

type StillRightProps = { entry: EditorEntry; step: EditorStep; locale: Locale };

/** Translations of this section that are older than their original, to be confirmed where they still say the same. */
export function StillRight({ entry, step, locale }: StillRightProps) {
  const t = getTranslator(locale, "projects");
  const options = staleOptions(textsOfStep(step), entry.stale, (field, language) =>
    t("editor.staleText", { field: t(`fields.${field}`), language: LOCALE_NAME[language] }),
  );
  if (options.length === 0) return null;
  return (
    <div className="mt-9">
      <CheckboxGroup
        hint={t("editor.stillRightHint")}
        legend={t("editor.stillRight")}
        name="confirmed"
        options={options}
      />
    </div>
  );
}
