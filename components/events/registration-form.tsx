import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { RegistrationCardData } from "@/lib/events/registrations.queries";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";

type RegistrationFormProps = {
  card: RegistrationCardData;
  action: FormAction;
  locale: Locale;
  /** What is said beside; without it one button is enough. */
  children?: ReactNode;
};

/** The button by which one comes, waits or asks to take part. */
export function RegistrationForm({ card, action, locale, children }: RegistrationFormProps) {
  const t = getTranslator(locale, "events");
  const { id, capacity, taken, needsApproval } = card;
  const isFull = capacity !== null && (taken ?? 0) >= capacity;
  const act = needsApproval ? "apply" : isFull ? "wait" : "register";
  return (
    <KeyedForm
      action={action}
      className="max-w-2xl space-y-4"
      hidden={{ eventId: id }}
      locale={locale}
      scope="registration"
    >
      {children}
      <SubmitButton>{t(`registration.${act}`)}</SubmitButton>
      {act === "register" ? null : (
        <p className="text-muted text-sm">{t(`registration.${act}Hint`)}</p>
      )}
    </KeyedForm>
  );
}
