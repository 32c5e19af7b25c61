import { redirect } from "next/navigation";
import { InviteForm } from "@/components/invitations/invite-form";
import { OwnInvitations } from "@/components/invitations/own-invitations";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { TitledPart } from "@/components/ui/titled-part";
import { requireAccount } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { inviteToClubAction, revokeInvitationAction } from "@/lib/invitations/actions";
import { canInvite, INVITED_AT_MOST } from "@/lib/invitations/policy";
import { listInvitations } from "@/lib/invitations/queries";

export const generateMetadata = titled("invitations", "title");

export default async function InvitationsPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireAccount(locale, "/account/invitations");
  if (!canInvite(viewer)) redirect(path(locale, "/account"));
  const { rows, left } = await listInvitations(viewer);
  const t = getTranslator(locale, "invitations");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[
              {
                label: getTranslator(locale, "accounts")("account.title"),
                href: path(locale, "/account"),
              },
            ]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("lead")}
        title={t("title")}
      />
      <div className="max-w-3xl space-y-12">
        <TitledPart id="new" title={t("formTitle")}>
          <p className="mb-3 font-semibold">{t("left", { count: left, most: INVITED_AT_MOST })}</p>
          <p className="mb-6 max-w-measure text-secondary">{t("colleague")}</p>
          {left > 0 ? <InviteForm action={inviteToClubAction} locale={locale} /> : null}
        </TitledPart>
        <TitledPart id="sent" title={t("listTitle")}>
          <OwnInvitations locale={locale} revoke={revokeInvitationAction} rows={rows} />
        </TitledPart>
      </div>
    </>
  );
}
