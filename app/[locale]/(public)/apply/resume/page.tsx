import { StartForm } from "@/components/applications/start-form";
import { MoveForm } from "@/components/ui/move-form";
import { NarrowPage } from "@/components/ui/narrow-page";
import { findInvitation } from "@/lib/affiliations/queries";
import { getLinkedApplication } from "@/lib/applications/access.queries";
import { openApplicationAction, startApplicationAction } from "@/lib/applications/actions";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { findMemberInvitation } from "@/lib/invitations/queries";

export const generateMetadata = titled("applications", "resume.title", { referrer: "same-origin" });

export default async function ResumePage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "applications");
  const asked = await searchParams;
  const key = [asked.key].flat()[0] ?? "";
  const token = [asked.invitation].flat()[0] ?? "";
  const application = key ? await getLinkedApplication(key) : null;
  if (!application) {
    return (
      <NarrowPage lead={t("resume.expired")} title={t("resume.expiredTitle")}>
        <StartForm action={startApplicationAction} locale={locale} />
      </NarrowPage>
    );
  }
  const { email } = application;
  const isCarried = token !== "" && application.isAsSent;
  const [invited, byMember] = isCarried
    ? await Promise.all([findInvitation(token, locale), findMemberInvitation(token, locale)])
    : [null, null];
  const organisation = invited?.email === email ? invited.organisationName : null;
  const person = byMember?.email === email ? byMember.person : null;
  return (
    <NarrowPage title={t("resume.title")}>
      <MoveForm
        action={openApplicationAction}
        className="space-y-4"
        hidden={organisation || person ? { key, invitation: token } : { key }}
        isKeyless
        label={t("resume.submit")}
        locale={locale}
        scope="open"
      >
        {organisation ? <p>{t("resume.invited", { organisation })}</p> : null}
        {person ? <p>{t("start.invitedBy", { person })}</p> : null}
        <p className="break-words">{t("resume.lead", { email })}</p>
      </MoveForm>
    </NarrowPage>
  );
}
