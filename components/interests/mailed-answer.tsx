import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { MailedInterest } from "@/lib/interests/by-mail.queries";
import { titleWords } from "@/lib/interests/interest-words";
import type { RoomOutline } from "@/lib/rooms/queries";
import { ActionForm } from "../ui/action-form";
import { NarrowPage } from "../ui/narrow-page";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";
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
  const choices = {
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
  };
  const both =
    wanted === "accept" ? (["accept", "not-now"] as const) : (["not-now", "accept"] as const);
  const offered = both.filter((one) => one === "not-now" || interest.canAccept);
  const isAsked = interest.state === "more-info-asked";
  return (
    <NarrowPage
      after={
        <p>
          <a href={path(locale, `/interests/${interest.id}`)}>
            {t(isSignedIn ? "byMail.read" : "byMail.signInRead")}
          </a>
        </p>
      }
      lead={t("byMail.project", { title: titleWords(interest, locale) })}
      title={t("byMail.title")}
    >
      <p className="mb-6 text-secondary">{t(isSignedIn ? "byMail.signedInLead" : "byMail.lead")}</p>
      {interest.canAccept ? null : (
        <Notice className="mb-6">{t(isAsked ? "byMail.afterQuestion" : "byMail.offline")}</Notice>
      )}
      <ActionForm
        action={action}
        copy={formCopy(locale)}
        hidden={{ token, version: String(interest.version) }}
        idempotencyKey={crypto.randomUUID()}
        locale={locale}
        scope="answer"
      >
        {offered.map((name, at) => (
          <section
            className={at > 0 ? "space-y-3 border-hairline border-t pt-6" : "space-y-3"}
            key={name}
          >
            <h2 className="font-semibold text-lg">{choices[name].title}</h2>
            <p className="text-secondary">{choices[name].text}</p>
            <SubmitButton name="answer" value={name} variant={at > 0 ? "secondary" : "primary"}>
              {choices[name].confirm}
            </SubmitButton>
          </section>
        ))}
      </ActionForm>
    </NarrowPage>
  );
}
