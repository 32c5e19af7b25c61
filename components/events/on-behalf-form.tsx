import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { seatRefusal } from "@/lib/events/registrations.policy";
import type { KeptEvent } from "@/lib/events/registrations.queries";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type OnBehalfFormProps = { event: KeptEvent; action: FormAction; now: Date; locale: Locale };

/** Registers a member who telephones, for whoever keeps the event; while nobody may register, what to do first. */
export function OnBehalfForm({ event, action, now, locale }: OnBehalfFormProps) {
  const t = getTranslator(locale, "events");
  const { id, capacity, taken, companionsMost } = event;
  if (seatRefusal(event, { seats: 1, standing: null }, now)) {
    return <p className="text-secondary">{t("registrations.onBehalf.shut")}</p>;
  }
  const isFull = capacity !== null && taken >= capacity;
  return (
    <KeyedForm
      action={action}
      className="space-y-5"
      hidden={{ eventId: id }}
      id="form-on-behalf"
      locale={locale}
      scope="on-behalf"
    >
      <p className="text-secondary">{t("registrations.onBehalf.lead")}</p>
      <TextField
        autoComplete="off"
        hint={t("people.personHint")}
        label={t("people.person")}
        maxLength={200}
        name="person"
        required
        spellCheck={false}
      />
      {companionsMost > 0 ? (
        <TextField
          hint={t("registration.companionsHint", { most: companionsMost })}
          label={t("registrations.file.companions")}
          maxLength={600}
          name="companions"
          rows={Math.min(companionsMost + 1, 4)}
        />
      ) : null}
      <TextField
        hint={t("registrations.onBehalf.noteHint")}
        label={t("registrations.note")}
        maxLength={300}
        name="note"
        rows={2}
      />
      <SubmitButton>{t("registrations.onBehalf.submit")}</SubmitButton>
      {isFull ? <p className="text-muted text-sm">{t("registrations.onBehalf.full")}</p> : null}
    </KeyedForm>
  );
}
