import type { InterestState } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { MailedInterest } from "@/lib/interests/by-mail.queries";
import { titleWords } from "@/lib/interests/interest-words";
import { LinkButton } from "../ui/link-button";
import { NarrowPage } from "../ui/narrow-page";

type MailedEndProps = { interest: MailedInterest; isSignedIn: boolean; locale: Locale };

type End = "accepted" | "declined" | "withdrawn" | "lapsed" | "ended";

const ENDS: Partial<Record<InterestState, End>> = {
  declined: "declined",
  withdrawn: "withdrawn",
  lapsed: "lapsed",
  "no-agreement": "ended",
};

const WAYS = {
  contact: { here: "byMail.contact", bySigningIn: "byMail.signInContact" },
  exchange: { here: "byMail.exchange", bySigningIn: "byMail.signInExchange" },
} as const;

/** What became of an interest that is answered: by this link just now, before, on the site, or by somebody else. */
export function MailedEnd({ interest, isSignedIn, locale }: MailedEndProps) {
  const t = getTranslator(locale, "interests");
  const end = ENDS[interest.state] ?? "accepted";
  const way = WAYS[end === "accepted" ? "contact" : "exchange"];
  return (
    <NarrowPage
      lead={t("byMail.project", { title: titleWords(interest, locale) })}
      title={t(`byMail.${end}Title`)}
    >
      <p className="mb-5">{t(`byMail.${end}`)}</p>
      <LinkButton href={path(locale, `/interests/${interest.id}`)}>
        {t(isSignedIn ? way.here : way.bySigningIn)}
      </LinkButton>
    </NarrowPage>
  );
}
