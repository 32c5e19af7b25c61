import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { SEARCH_NAME_MAX } from "@/lib/saved-searches/saved-search";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type SaveSearchFormProps = {
  action: FormAction;
  /** The address of the search, without language. */
  search: string;
  /** What it is called until its keeper says otherwise. */
  name: string;
  locale: Locale;
};

/** A search, and the name under which it is found again. */
export function SaveSearchForm({ action, search, name, locale }: SaveSearchFormProps) {
  const t = getTranslator(locale, "bookmarks");
  return (
    <KeyedForm
      action={action}
      className="max-w-measure space-y-6"
      hidden={{ search }}
      locale={locale}
    >
      <TextField
        defaultValue={name}
        hint={t("searches.nameHint")}
        label={t("searches.name")}
        maxLength={SEARCH_NAME_MAX}
        name="name"
        required
      />
      <SubmitButton>{t("searches.save")}</SubmitButton>
    </KeyedForm>
  );
}
