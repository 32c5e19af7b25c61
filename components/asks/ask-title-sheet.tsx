import type { AskSheet } from "@/lib/asks/translating.queries";
import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_TAG, LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { OriginalText } from "../entries/original-text";
import { MoveForm } from "../ui/move-form";
import { TextField } from "../ui/text-field";

type AskTitleSheetProps = {
  sheet: AskSheet;
  /** The longest that it may be. */
  most: number;
  locale: Locale;
  action: FormAction;
};

/** A question to the club beside what its reader writes of it in another language. */
export function AskTitleSheet({ sheet, most, locale, action }: AskTitleSheetProps) {
  const t = getTranslator(locale, "translations");
  const { askId, version, from, to, original, words } = sheet;
  const text = getTranslator(locale, "asks")("fields.title");
  return (
    <div className="mb-8 grid gap-x-8 gap-y-3 border-hairline border-t pt-7 lg:grid-cols-2">
      <OriginalText locale={locale} original={from} text={original} />
      <MoveForm
        action={action}
        hidden={{ askId, version: String(version), locale: to }}
        label={t("questions.save")}
        locale={locale}
        scope="title"
        variant="secondary"
      >
        <TextField
          defaultValue={words}
          label={t("textIn", { text, language: LOCALE_NAME[to] })}
          lang={LANGUAGE_TAG[to]}
          maxLength={most}
          name="words"
          rows={3}
        />
      </MoveForm>
    </div>
  );
}
