import type { ReactNode } from "react";
import { autosaveCopy } from "@/components/ui/autosave-copy";
import { ANSWERS_FORM, type FormStep, stepBefore } from "@/lib/applications/form-steps";
import type { OwnApplication } from "@/lib/applications/queries";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { AutosaveNote } from "../ui/autosave-note";
import { Card } from "../ui/card";
import { KeyedForm } from "../ui/keyed-form";
import { LinkButton } from "../ui/link-button";
import { SubmitButton } from "../ui/submit-button";

type StepFormProps = {
  action: FormAction;
  application: OwnApplication;
  step: FormStep;
  locale: Locale;
  children: ReactNode;
};

/** One page of the form: saved and left by its button, kept by itself where JavaScript runs. */
export function StepForm({ action, application, step, locale, children }: StepFormProps) {
  const t = getTranslator(locale, "applications");
  const { id: applicationId, version, updatedAt } = application;
  const before = stepBefore(step, application.joining);
  return (
    <KeyedForm
      action={action}
      hidden={{ step, applicationId }}
      id={ANSWERS_FORM}
      locale={locale}
      // The charter's boxes say each for itself whether they are needed.
      requiredNote={step !== "charter"}
    >
      <Card>
        <div className="space-y-8">{children}</div>
      </Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <SubmitButton name="intent" value="continue">
          {t("form.continue")}
        </SubmitButton>
        <LinkButton href={path(locale, before ? `/apply/${before}` : "/apply")} variant="secondary">
          {t("form.back")}
        </LinkButton>
        <AutosaveNote
          action={action}
          base={{ version }}
          compareHref={path(locale, `/apply/${step}`)}
          copy={autosaveCopy(updatedAt, locale)}
        />
      </div>
    </KeyedForm>
  );
}
