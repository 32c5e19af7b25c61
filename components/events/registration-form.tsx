import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { RegistrationCardData } from "@/lib/events/registrations.queries";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";

type RegistrationFormProps = { card: RegistrationCardData; action: FormAction; locale: Locale };

/** One button, and the way to say more. */
export function RegistrationForm({ card, action, locale }: RegistrationFormProps) {
  const t = getTranslator(locale, "events");
  const { id, slug, capacity, taken, companionsMost, needsApproval } = card;
  const isFull = capacity !== null && (taken ?? 0) >= capacity;
  const act = needsApproval ? "apply" : isFull ? "wait" : "register";
  return (
    <KeyedForm
      action={action}
      className="space-y-4"
      hidden={{ eventId: id }}
      locale={locale}
      scope="registration"
    >
      <SubmitButton>{t(`registration.${act}`)}</SubmitButton>
      {act === "register" ? null : (
        <p className="text-muted text-sm">{t(`registration.${act}Hint`)}</p>
      )}
      <p>
        <a href={path(locale, `/events/${slug}/register`)}>
          {t(companionsMost > 0 ? "registration.moreWith" : "registration.more")}
        </a>
      </p>
    </KeyedForm>
  );
}
