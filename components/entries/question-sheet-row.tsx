import type { EntryKind } from "@/db/enums";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { LANGUAGE_TAG, LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { TRANSLATED_MAX } from "@/lib/entries/questions/question-limits";
import type { QuestionRow } from "@/lib/entries/questions/question-sheet";
import { ActionForm } from "../ui/action-form";
import { LocalizedProse } from "../ui/localized-prose";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { OriginNote } from "./origin-note";
import { OriginalText } from "./original-text";

type QuestionSheetRowProps = {
  row: QuestionRow;
  kind: EntryKind;
  to: Locale;
  locale: Locale;
  action: FormAction;
};

/** A question and its answer beside what its reader writes of them in another language. */
export function QuestionSheetRow({ row, kind, to, locale, action }: QuestionSheetRowProps) {
  const t = getTranslator(locale, "translations");
  const { id, fingerprint, parts } = row;
  const hidden = { questionId: id, locale: to, fingerprint };
  return (
    <li className="scroll-mt-24 border-hairline border-t py-7" id={`question-${id}`}>
      <ActionForm
        action={action}
        className="space-y-6"
        // Either may stay empty: saying so beside each would only be noise.
        copy={{ ...formCopy(locale), optional: "" }}
        hidden={hidden}
        idempotencyKey={crypto.randomUUID()}
        key={`${to}-${fingerprint}`}
        locale={locale}
        scope={`translate-${id}`}
      >
        {parts.map(({ part, original, current, note, isOpen }) => (
          <div className="grid gap-x-8 gap-y-3 lg:grid-cols-2" key={part}>
            <OriginalText locale={locale} original={original.locale} text={original.words} />
            <div className="min-w-0 space-y-2">
              {isOpen ? (
                <TextField
                  defaultValue={current}
                  label={t("textIn", {
                    text: t(`questions.${part}`, { kind }),
                    language: LOCALE_NAME[to],
                  })}
                  lang={LANGUAGE_TAG[to]}
                  maxLength={TRANSLATED_MAX[part]}
                  name={part}
                  rows={3}
                />
              ) : (
                <LocalizedProse lang={to} text={current} />
              )}
              {note ? <OriginNote kind={kind} locale={locale} note={note} /> : null}
            </div>
          </div>
        ))}
        <SubmitButton variant="secondary">{t("questions.save")}</SubmitButton>
      </ActionForm>
    </li>
  );
}
