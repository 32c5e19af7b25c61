import type { Metadata } from "next";
import { StartForm } from "@/components/applications/start-form";
import { MoveForm } from "@/components/ui/move-form";
import { NarrowPage } from "@/components/ui/narrow-page";
import { findInvitation } from "@/lib/affiliations/queries";
import { getLinkedApplication } from "@/lib/applications/access.queries";
import { openApplicationAction, startApplicationAction } from "@/lib/applications/actions";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "applications");
  return { title: t("resume.title"), robots: { index: false }, referrer: "same-origin" };
}

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
  const invitation = token && application.isAsSent ? await findInvitation(token, locale) : null;
  const isInvited = invitation?.email === application.email;
  return (
    <NarrowPage title={t("resume.title")}>
      <MoveForm
        action={openApplicationAction}
        className="space-y-4"
        hidden={isInvited ? { key, invitation: token } : { key }}
        isKeyless
        label={t("resume.submit")}
        locale={locale}
        scope="open"
      >
        {isInvited ? (
          <p>{t("resume.invited", { organisation: invitation.organisationName })}</p>
        ) : null}
        <p className="break-words">{t("resume.lead", { email: application.email })}</p>
      </MoveForm>
    </NarrowPage>
  );
}
