import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { MailedIntroduction } from "@/lib/introductions/by-mail.queries";
import { LinkButton } from "../ui/link-button";
import { MailedChoices } from "../ui/mailed-choices";
import { NarrowPage } from "../ui/narrow-page";

type MailedIntroductionProps = {
  introduction: MailedIntroduction;
  token: string;
  /** The button of the mail that was pressed: it stands first here. */
  wanted: "accept" | "not-now";
  isSignedIn: boolean;
  locale: Locale;
  action: FormAction;
};

/** The two answers to a proposed exchange, or what became of it. Nothing here says who asks, or why. */
export function MailedIntroductionAnswer(props: MailedIntroductionProps) {
  const { introduction, token, wanted, isSignedIn, locale, action } = props;
  const { id, createdAt, canAccept, canSetAside } = introduction;
  const t = getTranslator(locale, "introductions");
  const shared = getTranslator(locale, "interests");
  const href = path(locale, `/introductions/${id}`);
  const lead = t("byMail.sent", { day: formatDay(createdAt, locale) });
  if (!canSetAside) return <End {...props} href={href} lead={lead} />;
  return (
    <MailedChoices
      action={action}
      choices={{
        accept: {
          title: t("answer.accept"),
          text: t("answer.acceptText"),
          confirm: t("answer.acceptConfirm"),
        },
        "not-now": {
          title: t("answer.notNow"),
          text: t("answer.notNowText"),
          confirm: t("answer.notNowConfirm"),
        },
      }}
      hidden={{ token }}
      lead={lead}
      locale={locale}
      refused={canAccept ? undefined : t("answer.gone")}
      rest={{ label: shared(isSignedIn ? "byMail.read" : "byMail.signInRead"), href }}
      text={shared(isSignedIn ? "byMail.signedInLead" : "byMail.lead")}
      title={t("byMail.title")}
      wanted={wanted}
    />
  );
}

type EndProps = MailedIntroductionProps & { href: string; lead: string };

/** By this link just now, before, on the site, or by whoever asked. */
function End({ introduction, isSignedIn, locale, href, lead }: EndProps) {
  const t = getTranslator(locale, "introductions");
  const shared = getTranslator(locale, "interests");
  const { state } = introduction;
  const isMet = state === "accepted";
  const end = isMet ? "accepted" : state === "not-now" ? "setAside" : "ended";
  const way = isMet
    ? shared(isSignedIn ? "byMail.contact" : "byMail.signInContact")
    : shared(isSignedIn ? "byMail.exchange" : "byMail.signInExchange");
  return (
    <NarrowPage lead={lead} title={t(`byMail.${end}Title`)}>
      <p className="mb-5">{t(`byMail.${end}`)}</p>
      <LinkButton href={href}>{way}</LinkButton>
    </NarrowPage>
  );
}
