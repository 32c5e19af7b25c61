import type { ReactNode } from "react";
import { autosaveCopy } from "@/components/ui/autosave-copy";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { EditorStep } from "@/lib/projects/editor-steps";
import { ActionForm } from "../ui/action-form";
import { AutosaveNote } from "../ui/autosave-note";
import { Card } from "../ui/card";
import { SubmitButton } from "../ui/submit-button";
import type { EditorEntry } from "./editor-entry";
import { StillRight } from "./still-right";

type SectionFormProps = {
  entry: EditorEntry;
  step: EditorStep;
  locale: Locale;
  action: FormAction;
  children: ReactNode;
};

/** One section of the editor: a plain form that saves and goes on, kept by itself where JavaScript runs. */
export function SectionForm({ entry, step, locale, action, children }: SectionFormProps) {
  const t = getTranslator(locale, "projects");
  const { projectId, slug, version, revisionId, savedAt } = entry;
  return (
    <ActionForm
      action={action}
      copy={formCopy(locale)}
      hidden={{ step, projectId, slug }}
      idempotencyKey={crypto.randomUUID()}
      locale={locale}
    >
      <Card as="section" labelledBy="section">
        <h2 className="font-semibold text-2xl" id="section">
          {t(`steps.${step}`)}
        </h2>
        <p className="mt-1 max-w-measure text-secondary">{t(`stepHints.${step}`)}</p>
        <div className="mt-8 space-y-9">{children}</div>
        <StillRight entry={entry} locale={locale} step={step} />
      </Card>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-2 gap-y-2 border-hairline sm:gap-x-4 border-t bg-page px-4 py-3 max-md:bottom-[calc(3.5rem+env(safe-area-inset-bottom))]">
        <SubmitButton className="max-sm:px-4" name="intent" value="continue">
          {t("editor.continue")}
        </SubmitButton>
        <SubmitButton className="max-sm:px-4" name="intent" value="stay" variant="secondary">
          {t("editor.save")}
        </SubmitButton>
        <AutosaveNote
          action={action}
          base={revisionId === null ? { version } : { version, revisionId }}
          compareHref={path(locale, `/projects/${slug}/edit`, { step })}
          copy={autosaveCopy(savedAt, locale)}
        />
      </div>
    </ActionForm>
  );
}
