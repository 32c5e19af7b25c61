import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type WriteToSeatedProps = { eventId: string; action: FormAction; locale: Locale };

/** A message of whoever keeps an event to all who have a place at it. */
export function WriteToSeated({ eventId, action, locale }: WriteToSeatedProps) {
  const t = getTranslator(locale, "events");
  return (
    <KeyedForm
      action={action}
      className="space-y-4"
      hidden={{ eventId }}
      id="form-write"
      locale={locale}
      scope="write"
    >
      <TextField
        hint={t("registrations.write.hint")}
        label={t("registrations.write.words")}
        maxLength={1000}
        name="words"
        required
        rows={5}
      />
      <SubmitButton variant="secondary">{t("registrations.write.submit")}</SubmitButton>
    </KeyedForm>
  );
}
