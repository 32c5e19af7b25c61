import { Fragment } from "react";
import { type AnswerWords, answerWords } from "@/lib/applications/answer-words";
import { describesOrganisation, type FormStep, stepsFor } from "@/lib/applications/form-steps";
import type { OwnApplication } from "@/lib/applications/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { DefinitionList } from "../ui/definition-list";

type AnswersReviewProps = {
  application: OwnApplication;
  locale: Locale;
  /** Each part leads back to its page. */
  isEditable?: boolean;
};

/** All answers once more, page by page. */
export function AnswersReview({ application, locale, isEditable }: AnswersReviewProps) {
  const t = getTranslator(locale, "applications");
  const { organisationName } = application;
  return (
    <div className="space-y-9">
      {stepsFor(application.joining).map((step) => (
        <section aria-labelledby={`review-${step}`} key={step}>
          <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 className="font-semibold text-lg" id={`review-${step}`}>
              {t(`steps.${step}.title`)}
            </h2>
            {isEditable ? (
              <a
                className="inline-block py-1 text-sm pointer-coarse:py-2.5"
                href={path(locale, `/apply/${step}`)}
              >
                <span aria-hidden="true">{t("check.change")}</span>
                <span className="sr-only">
                  {t("check.changeOf", { title: t(`steps.${step}.title`) })}
                </span>
              </a>
            ) : null}
          </div>
          {organisationName && describesOrganisation(step) ? (
            <p>{t("tasks.joins", { organisation: organisationName })}</p>
          ) : (
            <StepReview application={application} locale={locale} step={step} />
          )}
        </section>
      ))}
    </div>
  );
}

type StepReviewProps = { application: OwnApplication; step: FormStep; locale: Locale };

function StepReview({ application, step, locale }: StepReviewProps) {
  const t = getTranslator(locale, "applications");
  const email = { term: t("fields.email"), value: application.email };
  const answers = answerWords(step, application.answers, locale);
  const items = answers.map((answer) => ({
    term: answer.label,
    value: <Words answer={answer} locale={locale} />,
  }));
  return <DefinitionList items={step === "contact" ? [email, ...items] : items} />;
}

function Words({ answer: { texts }, locale }: { answer: AnswerWords; locale: Locale }) {
  if (texts.length === 0) {
    return (
      <span className="text-muted">{getTranslator(locale, "applications")("check.empty")}</span>
    );
  }
  return texts.map(({ text, lang }) => (
    <p className="break-words" dir="auto" key={lang ?? text} lang={lang}>
      {text.split("\n").map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text do not move
        <Fragment key={index}>
          {index > 0 ? <br /> : null}
          {row}
        </Fragment>
      ))}
    </p>
  ));
}
