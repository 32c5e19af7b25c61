import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { TranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";

type MachineFormProps = {
  sheet: TranslationSheet;
  /** The name of the service that the texts are sent to. */
  provider: string;
  locale: Locale;
  action: FormAction;
};

/** Where the operator chose a translation service: the owner sends it the texts that have no translation yet. */
export function MachineForm({ sheet, provider, locale, action }: MachineFormProps) {
  const t = getTranslator(locale, "translations");
  const { entryId, to, fingerprint, canSave, fields } = sheet;
  if (!canSave || fields.every(({ current }) => current !== "")) return null;
  return (
    <Card as="section" className="mb-8" labelledBy="machine">
      <h2 className="font-semibold text-lg" id="machine">
        {t("machineAsk.title")}
      </h2>
      <p className="mt-1 mb-4 max-w-measure text-secondary">{t("machineAsk.text", { provider })}</p>
      <MoveForm
        action={action}
        hidden={{ entryId, locale: to, fingerprint }}
        isKeyless
        label={t("machineAsk.button")}
        locale={locale}
        scope="machine"
        variant="secondary"
      />
    </Card>
  );
}
