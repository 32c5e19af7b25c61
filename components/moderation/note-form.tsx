import { VETTING_WORDS_MAX } from "@/lib/applications/vetting/words-limit";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type NoteFormProps = {
  locale: Locale;
  action: FormAction;
  /** What it is about. */
  hidden: Record<string, string>;
  /** Who reads it, and who never does. */
  hint: string;
};

/** A note that only the club team reads. */
export function NoteForm({ locale, action, hidden, hint }: NoteFormProps) {
  const t = getTranslator(locale, "vetting");
  return (
    <KeyedForm
      action={action}
      className="mt-6 max-w-measure space-y-4"
      hidden={hidden}
      locale={locale}
      scope="note"
    >
      <TextField
        hint={hint}
        label={t("notes.words")}
        maxLength={VETTING_WORDS_MAX}
        name="words"
        required
        rows={3}
      />
      <SubmitButton variant="secondary">{t("notes.submit")}</SubmitButton>
    </KeyedForm>
  );
}
