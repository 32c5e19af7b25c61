import { randomUUID } from "node:crypto";
import { VETTING_WORDS_MAX } from "@/lib/applications/vetting/words-limit";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type NoteFormProps = { locale: Locale; action: FormAction; applicationId: string };

/** A note that only the club team reads. */
export function NoteForm({ locale, action, applicationId }: NoteFormProps) {
  const t = getTranslator(locale, "vetting");
  return (
    <ActionForm
      action={action}
      className="mt-6 max-w-measure space-y-4"
      copy={formCopy(locale)}
      hidden={{ applicationId }}
      idempotencyKey={randomUUID()}
      locale={locale}
      scope="note"
    >
      <TextField
        hint={t("notes.hint")}
        label={t("notes.words")}
        maxLength={VETTING_WORDS_MAX}
        name="words"
        required
        rows={3}
      />
      <SubmitButton variant="secondary">{t("notes.submit")}</SubmitButton>
    </ActionForm>
  );
}
