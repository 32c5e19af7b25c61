import { referenceLabel } from "@/db/reference/lists";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OpenRoomInvitation } from "@/lib/rooms/invitations.queries";
import { MemberName } from "../members/member-name";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";

type OpenInvitationsProps = {
  invitations: OpenRoomInvitation[];
  locale: Locale;
  withdraw: FormAction;
};

/** The invitations that nobody has answered, for a lead: what waits, and what ended with who sent it. */
export function OpenInvitations({ invitations, locale, withdraw }: OpenInvitationsProps) {
  const t = getTranslator(locale, "rooms");
  return (
    <Card as="section" className="no-print" labelledBy="open-invitations">
      <h2 className="font-semibold text-lg" id="open-invitations">
        {t("invite.open")}
      </h2>
      <ul className="mt-2 divide-y divide-hairline">
        {invitations.map(({ id, name, role, createdAt, isOver }) => (
          <li className="space-y-2 py-3" key={id}>
            <p className="font-semibold">
              <MemberName name={name} />
            </p>
            <p className="text-muted text-sm">
              {t("invite.sent", {
                role: referenceLabel("roomRoles", role, locale),
                day: formatDay(createdAt, locale),
              })}
            </p>
            {isOver ? <p className="text-sm">{t("invite.over")}</p> : null}
            <MoveForm
              about={name.text}
              action={withdraw}
              hidden={{ invitationId: id }}
              label={t("invite.withdraw")}
              locale={locale}
              scope={`withdraw-${id}`}
              variant="secondary"
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
