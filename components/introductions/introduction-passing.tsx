import { mayAct } from "@/lib/core/auth/standing";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { NOTE_MAX } from "@/lib/introductions/introduction-limits";
import type { Through } from "@/lib/introductions/passing.queries";
import type { IntroductionPage } from "@/lib/introductions/queries";
import { shownName } from "@/lib/members/member-card";
import { Card } from "../ui/card";
import { KeyedForm } from "../ui/keyed-form";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type IntroductionPassingProps = {
  introduction: IntroductionPage;
  through: Through;
  locale: Locale;
  action: FormAction;
};

/** The two answers of whoever is to pass it on, each with what follows from it. */
export function IntroductionPassing(props: IntroductionPassingProps) {
  const { introduction, through, locale, action } = props;
  const t = getTranslator(locale, "introductions");
  const other = shownName(through, locale).text;
  const person = shownName(introduction, locale).text;
  const isPossible =
    mayAct({ status: introduction.otherStatus }) && mayAct({ status: through.status });
  return (
    <Card as="section" labelledBy="answer">
      <h2 className="mb-5 font-semibold text-xl" id="answer">
        {t("answer.title")}
      </h2>
      {isPossible ? null : <Notice className="mb-6">{t("passing.gone")}</Notice>}
      <KeyedForm
        action={action}
        hidden={{ introductionId: introduction.id }}
        locale={locale}
        scope="passing"
      >
        {isPossible ? (
          <div className="space-y-4">
            <p className="max-w-measure text-secondary">{t("passing.passText", { other })}</p>
            <TextField
              hint={t("passing.noteHint", { most: NOTE_MAX })}
              label={t("passing.note", { other })}
              maxLength={NOTE_MAX}
              name="note"
              rows={3}
            />
            <SubmitButton name="answer" value="passed-on">
              {t("passing.pass")}
            </SubmitButton>
          </div>
        ) : null}
        <div className={isPossible ? "space-y-3 border-hairline border-t pt-6" : "space-y-3"}>
          <p className="max-w-measure text-secondary">{t("passing.keepText", { person })}</p>
          <SubmitButton name="answer" value="not-passed" variant="secondary">
            {t("passing.keep")}
          </SubmitButton>
        </div>
      </KeyedForm>
    </Card>
  );
}
