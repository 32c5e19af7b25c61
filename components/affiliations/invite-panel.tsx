import type { OpenInvitation } from "@/lib/affiliations/invitations.queries";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { KeyedForm } from "../ui/keyed-form";
import { LanguageField } from "../ui/language-field";
import { MoveForm } from "../ui/move-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type InvitePanelProps = {
  organisationId: string;
  invitations: OpenInvitation[];
  locale: Locale;
  actions: Record<"invite" | "withdraw", FormAction>;
};

const ROLES = ["person", "manager"] as const;

/** Invite a colleague by mail, and the invitations that still wait. */
export function InvitePanel({ organisationId, invitations, locale, actions }: InvitePanelProps) {
  const t = getTranslator(locale, "affiliations");
  return (
    <Card as="section" className="no-print space-y-5" labelledBy="invite">
      <div>
        <h2 className="font-semibold text-lg" id="invite">
          {t("invite.title")}
        </h2>
        <p className="mt-1 text-pretty text-secondary">{t("invite.lead")}</p>
      </div>
      <KeyedForm
        action={actions.invite}
        className="space-y-5"
        hidden={{ organisationId }}
        locale={locale}
        scope="invite"
      >
        <TextField
          autoComplete="off"
          inputMode="email"
          label={t("invite.email")}
          name="email"
          required
          type="email"
        />
        <LanguageField label={t("invite.locale")} name="locale" value={locale} />
        <RadioGroup
          defaultValue="person"
          legend={t("invite.role")}
          name="role"
          options={ROLES.map((value) => ({
            value,
            label: t(`invite.roles.${value}.label`),
            hint: t(`invite.roles.${value}.hint`),
          }))}
          required
        />
        <SubmitButton>{t("invite.submit")}</SubmitButton>
      </KeyedForm>
      {invitations.length > 0 ? (
        <div>
          <h3 className="font-semibold">{t("invitations.title")}</h3>
          <ul className="mt-2 divide-y divide-hairline border-hairline border-t">
            {invitations.map((invitation) => (
              <InvitationRow
                invitation={invitation}
                key={invitation.id}
                locale={locale}
                withdraw={actions.withdraw}
              />
            ))}
          </ul>
        </div>
      ) : null}
    </Card>
  );
}

type InvitationRowProps = { invitation: OpenInvitation; locale: Locale; withdraw: FormAction };

function InvitationRow({ invitation, locale, withdraw }: InvitationRowProps) {
  const t = getTranslator(locale, "affiliations");
  const { id, email, role, expiresAt } = invitation;
  return (
    <li className="space-y-2 py-3">
      <div>
        <p className="break-words">{email}</p>
        <p className="text-muted text-sm">
          {t("invitations.until", {
            role: t(`invite.roles.${role}.label`),
            date: formatDay(expiresAt, locale),
          })}
        </p>
      </div>
      <MoveForm
        about={email}
        action={withdraw}
        hidden={{ invitationId: id }}
        label={t("invitations.withdraw")}
        locale={locale}
        scope={`withdraw-${id}`}
        variant="secondary"
      />
    </li>
  );
}
