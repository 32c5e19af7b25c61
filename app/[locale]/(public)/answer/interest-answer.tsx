import { MailedAnswer } from "@/components/interests/mailed-answer";
import { MailedEnd } from "@/components/interests/mailed-end";
import { NarrowPage } from "@/components/ui/narrow-page";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { answerMailedInterestAction } from "@/lib/interests/by-mail.actions";
import { getMailedInterest } from "@/lib/interests/by-mail.queries";
import { getRoomOutline } from "@/lib/rooms/queries";

export type MailedProps = {
  /** Whose letter it is, as if they were signed in. */
  holder: Viewer;
  subjectId: string;
  token: string;
  /** The button of the mail that was pressed. */
  wanted: "accept" | "not-now";
  isSignedIn: boolean;
  locale: Locale;
};

/** An expression of interest: accepted, or not now; afterwards, what became of it. */
export async function InterestAnswer(props: MailedProps) {
  const { holder, subjectId, locale, isSignedIn, ...asked } = props;
  const t = getTranslator(locale, "interests");
  const interest = await getMailedInterest(holder, subjectId);
  if (!interest) {
    return (
      <NarrowPage title={t("byMail.goneTitle")}>
        <p>{t("byMail.gone")}</p>
      </NarrowPage>
    );
  }
  if (!interest.canDecline) {
    return <MailedEnd interest={interest} isSignedIn={isSignedIn} locale={locale} />;
  }
  return (
    <MailedAnswer
      {...asked}
      action={answerMailedInterestAction}
      interest={interest}
      isSignedIn={isSignedIn}
      key={interest.version}
      locale={locale}
      room={interest.canAccept ? await getRoomOutline(holder, interest.projectSlug) : null}
    />
  );
}
