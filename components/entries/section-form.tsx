import type { ReactNode } from "react";
import { autosaveCopy } from "@/components/ui/autosave-copy";
import type { FormAction } from "@/lib/core/form-state";
import { LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { fieldsLike } from "@/lib/entries/description";
import { type Noun, pageOf } from "@/lib/entries/noun";
import { fieldName, nounWords } from "@/lib/entries/noun-words";
import { AutosaveNote } from "../ui/autosave-note";
import { Card } from "../ui/card";
import { KeyedForm } from "../ui/keyed-form";
import { StillRight } from "../ui/still-right";
import { SubmitButton } from "../ui/submit-button";
import type { EditorEntry } from "./editor-entry";

type SectionFormProps = {
  noun: Noun;
  entry: EditorEntry;
  step: string;
  locale: Locale;
  action: FormAction;
  children: ReactNode;
};

/** One section of the editor: a plain form that saves and goes on, kept by itself where JavaScript runs. */
export function SectionForm({ noun, entry, step, locale, action, children }: SectionFormProps) {
  const t = getTranslator(locale, "entries");
  const say = nounWords(noun, locale);
  const { id, slug, version, revisionId, savedAt } = entry;
  const page = pageOf({ entryKind: noun.kind, slug });
  return (
    <KeyedForm action={action} hidden={{ step, [`${noun.kind}Id`]: id, slug }} locale={locale}>
      <Card as="section" labelledBy="section">
        <h2 className="font-semibold text-2xl" id="section">
          {say(`steps.${step}`)}
        </h2>
        <p className="mt-1 max-w-measure text-secondary">{say(`stepHints.${step}`)}</p>
        <div className="mt-8 space-y-9">
          {children}
          <StillRight
            hint={t("editor.stillRightHint")}
            legend={t("editor.stillRight")}
            marks={entry.stale}
            say={(text, language) =>
              t("editor.staleText", {
                field: fieldName(noun, text, locale),
                language: LOCALE_NAME[language],
              })
            }
            texts={fieldsLike(noun.fields, { kind: "text", section: step })}
          />
        </div>
      </Card>
      <div className="act-bar -mx-4 flex flex-wrap items-center gap-2 bg-page px-4 sm:gap-x-4">
        <SubmitButton className="max-sm:px-4" name="intent" value="continue">
          {t("editor.continue")}
        </SubmitButton>
        <SubmitButton className="max-sm:px-4" name="intent" value="stay" variant="secondary">
          {t("editor.save")}
        </SubmitButton>
        <AutosaveNote
          action={action}
          base={revisionId === null ? { version } : { version, revisionId }}
          compareHref={path(locale, `${page}/edit`, { step })}
          copy={autosaveCopy(savedAt, locale)}
        />
      </div>
    </KeyedForm>
  );
}
