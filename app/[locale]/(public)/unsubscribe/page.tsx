import { MailLinkAnswer } from "@/components/notifications/mail-link-answer";
import { LinkButton } from "@/components/ui/link-button";
import { NarrowPage } from "@/components/ui/narrow-page";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { resumeMailsAction, stopMailsAction } from "@/lib/notifications/actions";
import { getLinkedMails } from "@/lib/notifications/queries";

export const generateMetadata = titled("notifications", "unsubscribe.title", {
  referrer: "same-origin",
});

/** Opening the link only reads: a mail scanner switches nothing off. */
export default async function UnsubscribePage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "notifications");
  const token = [(await searchParams).token].flat()[0] ?? "";
  const mails = await getLinkedMails(token);
  if (!mails) {
    return (
      <NarrowPage title={t("unsubscribe.wrongTitle")}>
        <p className="mb-5">{t("unsubscribe.wrong")}</p>
        <LinkButton href={path(locale, "/account#mails")}>{t("unsubscribe.account")}</LinkButton>
      </NarrowPage>
    );
  }
  return (
    <MailLinkAnswer
      actions={{ stop: stopMailsAction, resume: resumeMailsAction }}
      group={mails.group}
      isOff={mails.isOff}
      locale={locale}
      token={token}
    />
  );
}
