import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ROOM_MAX } from "@/lib/rooms/room-limits";
import { Checkbox } from "../ui/checkbox";
import { LanguageField } from "../ui/language-field";
import { TextField } from "../ui/text-field";
import { RoomForm } from "./room-form";

type UpdateFormProps = { roomId: string; locale: Locale; action: FormAction };

/** How the project goes, for the room or for everybody. */
export function UpdateForm({ roomId, locale, action }: UpdateFormProps) {
  const t = getTranslator(locale, "rooms");
  return (
    <RoomForm
      action={action}
      hidden={{ roomId }}
      id="tell"
      locale={locale}
      submit={t("updates.submit")}
      title={t("updates.words")}
    >
      <TextField
        hideLabel
        label={t("updates.words")}
        maxLength={ROOM_MAX.words}
        name="words"
        required
        rows={4}
      />
      <LanguageField label={t("updates.locale")} name="locale" value={locale} />
      <Checkbox
        hint={t("updates.isPublicHint")}
        label={t("updates.isPublic")}
        name="isPublic"
        value="on"
      />
    </RoomForm>
  );
}
