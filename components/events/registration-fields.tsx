import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnRegistration } from "@/lib/events/registrations.queries";
import { Checkbox } from "../ui/checkbox";
import { TextField } from "../ui/text-field";

type RegistrationFieldsProps = {
  companionsMost: number;
  /** Without an account. */
  isGuest?: boolean;
  /** What they gave when they registered. */
  given?: Pick<OwnRegistration, "companions" | "note" | "isShown" | "takesPhotos">;
  locale: Locale;
};

/** Who comes along, a line to whoever holds it, and what one agrees to. */
export function RegistrationFields(props: RegistrationFieldsProps) {
  const { companionsMost, isGuest, given, locale } = props;
  const most = Math.max(companionsMost, given?.companions.length ?? 0);
  const t = getTranslator(locale, "events");
  return (
    <>
      {most > 0 ? (
        <TextField
          defaultValue={given?.companions.join("\n")}
          hint={t("registration.companionsHint", { most })}
          label={t("registration.companions")}
          maxLength={600}
          name="companions"
          rows={Math.min(most + 1, 4)}
        />
      ) : null}
      <TextField
        defaultValue={given?.note ?? undefined}
        hint={t("registration.noteHint")}
        label={t("registration.note")}
        maxLength={300}
        name="note"
        rows={3}
      />
      <Checkbox
        defaultChecked={given?.isShown}
        hint={t(isGuest ? "guest.isShownHint" : "registration.isShownHint")}
        label={t(isGuest ? "guest.isShown" : "registration.isShown")}
        name="isShown"
        value="on"
      />
      <Checkbox
        defaultChecked={given?.takesPhotos}
        hint={t("registration.takesPhotosHint")}
        label={t("registration.takesPhotos")}
        name="takesPhotos"
        value="on"
      />
    </>
  );
}
