import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Checkbox } from "../ui/checkbox";
import { TextField } from "../ui/text-field";

type RegistrationFieldsProps = {
  companionsMost: number;
  /** Without an account. */
  isGuest?: boolean;
  locale: Locale;
};

/** Who comes along, a line to whoever holds it, and what one agrees to. */
export function RegistrationFields(props: RegistrationFieldsProps) {
  const { companionsMost, isGuest, locale } = props;
  const t = getTranslator(locale, "events");
  return (
    <>
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
        rows={3}
      />
      <Checkbox
        hint={t(isGuest ? "guest.isShownHint" : "registration.isShownHint")}
        label={t(isGuest ? "guest.isShown" : "registration.isShown")}
        name="isShown"
        value="on"
      />
      <Checkbox
        hint={t("registration.takesPhotosHint")}
        label={t("registration.takesPhotos")}
        name="takesPhotos"
        value="on"
      />
    </>
  );
}
