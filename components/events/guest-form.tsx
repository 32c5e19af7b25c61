import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { RegistrationCardData } from "@/lib/events/registrations.queries";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { RegistrationFields } from "./registration-fields";

type GuestFormProps = { card: RegistrationCardData; action: FormAction; locale: Locale };

/** Who comes without an account, and with whom: a link that confirms it comes by mail. */
export function GuestForm({ card, action, locale }: GuestFormProps) {
  const t = getTranslator(locale, "events");
  return (
    <KeyedForm
      action={action}
      className="max-w-2xl space-y-6"
      hidden={{ eventId: card.id, slug: card.slug }}
      locale={locale}
    >
      <TextField autoComplete="name" label={t("guest.name")} maxLength={120} name="name" required />
      <TextField
        autoComplete="email"
        hint={t("guest.emailHint")}
        inputMode="email"
        label={t("guest.email")}
        name="email"
        required
        spellCheck={false}
        type="email"
      />
      <RegistrationFields companionsMost={card.companionsMost} isGuest locale={locale} />
      <div aria-hidden="true" className="sr-only">
        <label htmlFor="homepage">{getTranslator(locale, "applications")("start.trap")}</label>
        <input autoComplete="off" id="homepage" name="homepage" tabIndex={-1} type="text" />
      </div>
      <p className="text-pretty text-secondary text-sm">
        {t("guest.kept")} <a href={path(locale, "/privacy")}>{t("guest.privacy")}</a>
      </p>
      <SubmitButton>{t("guest.submit")}</SubmitButton>
      {card.needsApproval ? (
        <p className="text-muted text-sm">{t("registration.applyHint")}</p>
      ) : null}
    </KeyedForm>
  );
}
