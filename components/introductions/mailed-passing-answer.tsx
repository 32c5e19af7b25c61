import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { MailedPassing } from "@/lib/introductions/by-mail.queries";
import { LinkButton } from "../ui/link-button";
import { MailedChoices } from "../ui/mailed-choices";
import { NarrowPage } from "../ui/narrow-page";

type MailedPassingProps = {
  passing: MailedPassing;
  token: string;
  /** The button of the mail that was pressed: it stands first here. */
  wanted: "accept" | "not-now";
  isSignedIn: boolean;
  locale: Locale;
  action: FormAction;
};

/** The two answers of whoever is to pass an introduction on, or what became of it. Nothing here says who asks, whom, or why. */
export function MailedPassingAnswer(props: MailedPassingProps) {
  const { passing, token, wanted, isSignedIn, locale, action } = props;
  const { id, state, createdAt, canPassOn, canKeepBack } = passing;
  const t = getTranslator(locale, "introductions");
  const shared = getTranslator(locale, "interests");
  const href = path(locale, `/introductions/${id}`);
  const lead = t("byMail.sent", { day: formatDay(createdAt, locale) });
  if (!canKeepBack) {
    const end = state === "passed-on" ? "passedOn" : state === "not-passed" ? "notPassed" : "ended";
    return (
      <NarrowPage lead={lead} title={t(`byMail.${end}Title`)}>
        <p className="mb-5">{t(`byMail.${end}`)}</p>
        <LinkButton href={href}>
          {shared(isSignedIn ? "byMail.exchange" : "byMail.signInExchange")}
        </LinkButton>
      </NarrowPage>
    );
  }
  return (
    <MailedChoices
      action={action}
      choices={{
        accept: {
          title: t("byMail.passOnTitle"),
          text: t("byMail.passOnText"),
          confirm: t("passing.pass"),
        },
        "not-now": {
          title: t("byMail.keepTitle"),
          text: t("byMail.keepText"),
          confirm: t("passing.keep"),
        },
      }}
      hidden={{ token }}
      lead={lead}
      locale={locale}
      refused={canPassOn ? undefined : t("passing.gone")}
      rest={{ label: shared(isSignedIn ? "byMail.read" : "byMail.signInRead"), href }}
      text={shared(isSignedIn ? "byMail.signedInLead" : "byMail.lead")}
      title={t("byMail.passTitle")}
      wanted={wanted}
    />
  );
}
