import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ROOM_MAX } from "@/lib/rooms/room-limits";
import { TextField } from "../ui/text-field";
import { RoomForm } from "./room-form";

type LinkFormProps = { roomId: string; locale: Locale; action: FormAction };

/** A page that is kept elsewhere, as a document of the room. */
export function LinkForm({ roomId, locale, action }: LinkFormProps) {
  const t = getTranslator(locale, "rooms");
  return (
    <RoomForm
      action={action}
      hidden={{ roomId }}
      id="link"
      locale={locale}
      submit={t("documents.linkSubmit")}
      title={t("documents.link")}
    >
      <TextField label={t("documents.name")} maxLength={ROOM_MAX.title} name="title" required />
      <TextField
        hint={t("documents.addressHint")}
        inputMode="url"
        label={t("documents.address")}
        name="address"
        required
        spellCheck={false}
      />
    </RoomForm>
  );
}
