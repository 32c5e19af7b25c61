import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { InvitationCard } from "@/components/rooms/invitation-card";
import { roomPath } from "@/components/rooms/room-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { acceptRoomInvitationAction, declineRoomInvitationAction } from "@/lib/rooms/actions";
import { listOwnRoomInvitations } from "@/lib/rooms/invitations.queries";
import { hasRoom } from "@/lib/rooms/queries";

type InvitationPageProps = PageProps<"slug">;

/** Who has answered already is led on into the room. */
const readInvitation = cache(async (locale: Locale, slug: string) => {
  const viewer = await requireMember(locale, `/projects/${slug}/room/invitation`);
  const [invitation] = await listOwnRoomInvitations(viewer, locale, slug);
  if (invitation) return invitation;
  return (await hasRoom(viewer, slug))
    ? redirect(path(locale, roomPath(slug, "overview")))
    : notFound();
});

export async function generateMetadata({ params }: InvitationPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  await readInvitation(locale, (await params).slug);
  return {
    title: getTranslator(locale, "rooms")("invitation.title"),
    robots: { index: false },
  };
}

export default async function InvitationPage({ params }: InvitationPageProps) {
  const locale = await pageLocale(params);
  const invitation = await readInvitation(locale, (await params).slug);
  const t = getTranslator(locale, "rooms");
  const { title, originalLocale, invitedBy } = invitation;
  const project = pickText(title, locale, originalLocale)?.text ?? t("untitled");
  return (
    <>
      <PageHeader
        lead={t("invitation.lead", { name: invitedBy.text, project })}
        title={t("invitation.title")}
      />
      <InvitationCard
        actions={{ accept: acceptRoomInvitationAction, decline: declineRoomInvitationAction }}
        invitation={invitation}
        locale={locale}
      />
    </>
  );
}
