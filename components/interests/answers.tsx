import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import type { MachineWords } from "@/lib/core/i18n/machine-view";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { InterestPage } from "@/lib/interests/queries";
import { Card } from "../ui/card";
import { LocalizedProse } from "../ui/localized-prose";
import { MachineUnder } from "./machine-under";

type AnswersProps = {
  interest: Pick<InterestPage, "locale" | "cooperation" | "unclear" | "about" | "onBehalf">;
  /** What a machine made of them for the reader. */
  made: ReadonlyMap<string, MachineWords>;
  locale: Locale;
};

/** What was written, in the language it was written in. */
export function Answers({ interest, made, locale }: AnswersProps) {
  const t = getTranslator(locale, "interests");
  const behalf = pickText(interest.onBehalf, locale);
  return (
    <Card as="section" labelledBy="answers">
      <h2 className="font-semibold text-xl" id="answers">
        {t("page.answers")}
      </h2>
      {interest.locale === locale ? null : (
        <p className="mt-1 text-muted text-sm">
          {t("page.writtenIn", { language: interest.locale })}
        </p>
      )}
      {behalf ? (
        <p className="mt-1 text-muted text-sm">{t("page.behalf", { name: behalf.text })}</p>
      ) : null}
      {(["cooperation", "unclear", "about"] as const)
        .filter((question) => interest[question] !== "")
        .map((question) => (
          <div className="mt-5" key={question}>
            <h3 className="mb-1 font-semibold text-secondary">{t(`questions.${question}`)}</h3>
            <LocalizedProse lang={interest.locale} text={interest[question]} />
            <MachineUnder locale={locale} made={made.get(question)} />
          </div>
        ))}
    </Card>
  );
}
