import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { MailedInterest } from "@/lib/interests/by-mail.queries";
import { titleWords } from "@/lib/interests/interest-words";
import type { RoomOutline } from "@/lib/rooms/queries";
import { MailedChoices } from "../ui/mailed-choices";
import { acceptanceWords } from "./acceptance-words";

type MailedAnswerProps = {
  interest: MailedInterest;
  /** The project's room as its owner finds it; null before there is one. */
  room: RoomOutline | null;
  token: string;
  /** The button of the mail that was pressed: it stands first here. */
  wanted: "accept" | "not-now";
  isSignedIn: boolean;
  locale: Locale;
  action: FormAction;
};

/** The two answers that a letter's holder gives without signing in. Nothing here says who wrote, or what. */
export function MailedAnswer(props: MailedAnswerProps) {
  const { interest, room, token, wanted, isSignedIn, locale, action } = props;
  const t = getTranslator(locale, "interests");
  const isAsked = interest.state === "more-info-asked";
  const refused = t(isAsked ? "byMail.afterQuestion" : "byMail.offline");
  return (
    <MailedChoices
      action={action}
      choices={{
        accept: {
          title: t("accept.button"),
          text: acceptanceWords(room, locale),
          confirm: t("accept.confirm"),
        },
        "not-now": {
          title: t("byMail.notNow"),
          text: t("byMail.notNowText"),
          confirm: t("byMail.notNowConfirm"),
        },
      }}
      hidden={{ token, version: String(interest.version) }}
      lead={t("byMail.project", { title: titleWords(interest, locale) })}
      locale={locale}
      refused={interest.canAccept ? undefined : refused}
      rest={{
        label: t(isSignedIn ? "byMail.read" : "byMail.signInRead"),
        href: path(locale, `/interests/${interest.id}`),
      }}
      text={t(isSignedIn ? "byMail.signedInLead" : "byMail.lead")}
      title={t("byMail.title")}
      wanted={wanted}
    />
  );
}
