import { referenceItem, referenceLabel } from "@/db/reference/lists";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnRoomInvitation } from "@/lib/rooms/invitations.queries";
import { Card } from "../ui/card";
import { TwoAnswers } from "./two-answers";

type InvitationCardProps = {
  invitation: OwnRoomInvitation;
  locale: Locale;
  actions: Record<"accept" | "decline", FormAction>;
};

/** In which role one is invited, and the two answers. */
export function InvitationCard({ invitation, locale, actions }: InvitationCardProps) {
  const t = getTranslator(locale, "rooms");
  const { id, role } = invitation;
  const hidden = { invitationId: id };
  return (
    <Card as="section" className="max-w-2xl space-y-5" labelledBy="answer">
      <div>
        <h2 className="font-semibold text-lg" id="answer">
          {t("invitation.role")}
        </h2>
        <p className="mt-1">{referenceLabel("roomRoles", role, locale)}</p>
        <p className="text-secondary">{referenceItem("roomRoles", role)?.definition?.[locale]}</p>
      </div>
      <TwoAnswers
        actions={actions}
        hidden={hidden}
        locale={locale}
        words={{
          accept: t("invitation.accept"),
          decline: t("invitation.decline"),
          declineText: t("invitation.declineText"),
          declineConfirm: t("invitation.declineConfirm"),
        }}
      />
    </Card>
  );
}
