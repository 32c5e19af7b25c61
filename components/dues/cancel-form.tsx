import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { GraveMove } from "../ui/grave-move";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type CancelFormProps = {
  documentId: string;
  kind: "call" | "receipt";
  wordsMax: number;
  action: FormAction;
  locale: Locale;
};

/** Takes back a call or a receipt, with a word why. */
export function CancelForm({ documentId, kind, wordsMax, action, locale }: CancelFormProps) {
  const t = getTranslator(locale, "dues");
  return (
    <GraveMove consequence={t(`cancel.${kind}Text`)} label={t(`cancel.${kind}`)}>
      <KeyedForm
        action={action}
        className="space-y-4"
        hidden={{ documentId }}
        locale={locale}
        scope="cancel"
      >
        <TextField label={t("cancel.words")} maxLength={wordsMax} name="words" required rows={2} />
        <SubmitButton variant="danger">{t(`cancel.${kind}`)}</SubmitButton>
      </KeyedForm>
    </GraveMove>
  );
}
