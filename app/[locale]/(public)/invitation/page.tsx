import { InvitationAnswer } from "@/components/affiliations/invitation-answer";
import { LinkButton } from "@/components/ui/link-button";
import { NarrowPage } from "@/components/ui/narrow-page";
import { acceptInvitationAction, declineInvitationAction } from "@/lib/affiliations/actions";
import { isOwnAddress } from "@/lib/affiliations/invitations.queries";
import { findInvitation } from "@/lib/affiliations/queries";
import { getViewer } from "@/lib/core/auth/viewer";
import { clubName } from "@/lib/core/i18n/club-name";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

export const generateMetadata = titled("affiliations", "invitation.title", {
  referrer: "same-origin",
});

/** Opening the link only reads; a mail scanner answers nothing. */
export default async function InvitationPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "affiliations");
  const token = [(await searchParams).token].flat()[0] ?? "";
  const invitation = await findInvitation(token, locale);
  if (!invitation) {
    return (
      <NarrowPage title={t("invitation.expiredTitle")}>
        <p className="mb-5">{t("invitation.expired")}</p>
        <LinkButton href={path(locale, "/")}>{t("invitation.home")}</LinkButton>
      </NarrowPage>
    );
  }
  const { organisationName: organisation, email, role } = invitation;
  const viewer = await getViewer();
  return (
    <InvitationAnswer
      actions={{ accept: acceptInvitationAction, decline: declineInvitationAction }}
      club={clubName(locale)}
      isOwn={viewer !== null && (await isOwnAddress(viewer, email))}
      locale={locale}
      organisation={organisation}
      role={role}
      token={token}
      viewer={viewer}
    />
  );
}
