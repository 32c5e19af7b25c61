import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { RegistrationCardData } from "@/lib/events/registrations.queries";
import { Checkbox } from "../ui/checkbox";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type FullRegistrationFormProps = { card: RegistrationCardData; action: FormAction; locale: Locale };

/** Who comes along, a line to whoever holds it, and what one agrees to. */
export function FullRegistrationForm({ card, action, locale }: FullRegistrationFormProps) {
  const t = getTranslator(locale, "events");
  const { id, capacity, taken, companionsMost, needsApproval } = card;
  const isFull = capacity !== null && (taken ?? 0) >= capacity;
  const act = needsApproval ? "apply" : isFull ? "wait" : "register";
  return (
    <KeyedForm
      action={action}
      className="max-w-2xl space-y-6"
      hidden={{ eventId: id }}
      locale={locale}
      scope="registration"
    >
      {companionsMost > 0 ? (
        <TextField
          hint={t("registration.companionsHint", { most: companionsMost })}
          label={t("registration.companions")}
          maxLength={600}
          name="companions"
          rows={Math.min(companionsMost + 1, 4)}
        />
      ) : null}
      <TextField
        hint={t("registration.noteHint")}
        label={t("registration.note")}
        maxLength={300}
        name="note"
      />
      <Checkbox
        hint={t("registration.isShownHint")}
        label={t("registration.isShown")}
        name="isShown"
        value="on"
      />
      <Checkbox
        hint={t("registration.takesPhotosHint")}
        label={t("registration.takesPhotos")}
        name="takesPhotos"
        value="on"
      />
      <SubmitButton>{t(`registration.${act}`)}</SubmitButton>
      {act === "register" ? null : (
        <p className="text-muted text-sm">{t(`registration.${act}Hint`)}</p>
      )}
    </KeyedForm>
  );
}
