import { referenceItem, referenceLabel } from "@/db/reference/lists";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { INVITED_ROLES } from "@/lib/rooms/room-limits";
import { buttonStyle } from "../ui/button-style";
import { FoldedFields } from "../ui/folded-fields";
import { RadioGroup } from "../ui/radio-group";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import { RoomForm } from "./room-form";

type InviteMemberProps = {
  roomId: string;
  locale: Locale;
  action: FormAction;
  /** Whom one may choose without typing a name. */
  known: { value: string; label: string }[];
};

/** A lead invites a member of the club in a role. */
export function InviteMember({ roomId, locale, action, known }: InviteMemberProps) {
  const t = getTranslator(locale, "rooms");
  const typed = (
    <TextField
      autoComplete="off"
      hint={t("invite.personHint")}
      label={t("invite.person")}
      name="person"
      required={known.length === 0}
      spellCheck={false}
    />
  );
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
      {known.length === 0 ? (
        typed
      ) : (
        <>
          <SelectField
            emptyLabel={t("invite.choose")}
            hint={t("invite.knownHint")}
            label={t("invite.known")}
            name="known"
            options={known}
          />
          <FoldedFields label={t("invite.other")} labelClass={buttonStyle("quiet", "small")}>
            {typed}
          </FoldedFields>
        </>
      )}
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
