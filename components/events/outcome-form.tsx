import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { OUTCOMES } from "@/lib/events/attendance";
import { KeyedForm } from "../ui/keyed-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type OutcomeFormProps = {
  attendance: {
    id: string;
    version: number;
    slug: string;
    outcome: string | null;
    outcomeWords: string | null;
  };
  /** Of a guest's letters, by which they answer. */
  token?: string;
  action: FormAction;
  locale: Locale;
};

/** The one question to whoever came. */
export function OutcomeForm({ attendance, token, action, locale }: OutcomeFormProps) {
  const t = getTranslator(locale, "events");
  const { id, version, slug, outcome, outcomeWords } = attendance;
  return (
    <KeyedForm
      action={action}
      className="max-w-2xl space-y-6"
      hidden={{ registrationId: id, version: String(version), slug, ...(token && { token }) }}
      locale={locale}
    >
      <RadioGroup
        defaultValue={outcome ?? ""}
        legend={t("after.question")}
        name="outcome"
        options={OUTCOMES.map((one) => ({ value: one, label: t(`after.outcomes.${one}`) }))}
        required
      />
      <TextField
        defaultValue={outcomeWords ?? ""}
        hint={t("after.wordsHint")}
        label={t("after.words")}
        maxLength={600}
        name="words"
        rows={3}
      />
      <SubmitButton>{t("after.send")}</SubmitButton>
    </KeyedForm>
  );
}
