import { referenceItem, referenceLabel } from "@/db/reference/lists";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { INVITED_ROLES } from "@/lib/rooms/room-limits";
import { RadioGroup } from "../ui/radio-group";
import { TextField } from "../ui/text-field";
import { RoomForm } from "./room-form";

type InviteMemberProps = {
  roomId: string;
  locale: Locale;
  action: FormAction;
};

/** A lead invites a member of the club in a role. */
export function InviteMember({ roomId, locale, action }: InviteMemberProps) {
  const t = getTranslator(locale, "rooms");
  return (
    <RoomForm
      action={action}
      hidden={{ roomId }}
      id="invite"
      locale={locale}
      submit={t("invite.submit")}
      title={t("invite.title")}
    >
      <p className="text-pretty text-secondary">{t("invite.lead")}</p>
      <TextField
        autoComplete="off"
        hint={t("invite.personHint")}
        label={t("invite.person")}
        name="person"
        required
        spellCheck={false}
      />
      <RadioGroup
        defaultValue="partner"
        legend={t("invite.role")}
        name="role"
        options={INVITED_ROLES.map((value) => ({
          value,
          label: referenceLabel("roomRoles", value, locale),
          hint: referenceItem("roomRoles", value)?.definition?.[locale],
        }))}
        required
      />
    </RoomForm>
  );
}
