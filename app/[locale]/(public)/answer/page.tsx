import { LinkButton } from "@/components/ui/link-button";
import { NarrowPage } from "@/components/ui/narrow-page";
import { findLinkHolder } from "@/lib/core/auth/link-holder";
import { getViewer } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { InterestAnswer } from "./interest-answer";
import { IntroductionAnswer } from "./introduction-answer";
import { PassingAnswer } from "./passing-answer";

/** What is answered from a mail: each has its two answers, and says what became of it. */
const ANSWERS = {
  interest: InterestAnswer,
  introduction: IntroductionAnswer,
  passing: PassingAnswer,
};

export const generateMetadata = titled("interests", "byMail.pageTitle", {
  referrer: "same-origin",
});

/** Where the buttons of a mail lead. Opening it only reads: a mail scanner answers nothing. */
export default async function AnswerPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "interests");
  const asked = await searchParams;
  const token = [asked.token].flat()[0] ?? "";
  const [found, viewer] = await Promise.all([findLinkHolder(token), getViewer()]);
  if (!found) {
    return (
      <NarrowPage title={t("byMail.overTitle")}>
        <p className="mb-5">{t("byMail.over")}</p>
        <LinkButton href={path(locale, "/exchanges")}>{t("byMail.overAction")}</LinkButton>
      </NarrowPage>
    );
  }
  const { link, holder } = found;
  if (viewer && viewer.accountId !== holder.accountId) {
    return (
      <NarrowPage title={t("byMail.otherTitle")}>
        <p>{t("byMail.other")}</p>
      </NarrowPage>
    );
  }
  const Answer = ANSWERS[link.what];
  return (
    <Answer
      holder={holder}
      isSignedIn={viewer !== null}
      locale={locale}
      subjectId={link.subjectId}
      token={token}
      wanted={asked.answer === "not-now" ? "not-now" : "accept"}
    />
  );
}
