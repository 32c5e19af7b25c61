import { PROFILE_TYPES } from "@/db/enums";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PROJECT } from "@/lib/projects/project";
import { KeyedForm } from "../ui/keyed-form";
import { LanguageField } from "../ui/language-field";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { typeWords } from "./project-words";
import { similarCopy } from "./similar-copy";
import { SimilarProjects } from "./similar-projects";

/** Which way does the money flow? Five sentences lead to the five types; then a title in one's own language. */
export function MoneyForm({ action, locale }: { action: FormAction; locale: Locale }) {
  const t = getTranslator(locale, "projects");
  return (
    <KeyedForm action={action} className="max-w-2xl space-y-8" locale={locale} requiredNote>
      <RadioGroup
        hint={t("money.hint")}
        legend={t("money.question")}
        name="profileType"
        options={PROFILE_TYPES.map((type) => ({
          value: type,
          label: t(`money.${type}`),
          hint: typeWords(type, locale),
        }))}
        required
      />
      <LanguageField
        hint={t("money.languageHint")}
        isOpen
        label={t("money.language")}
        name="originalLocale"
        value={locale}
      />
      <TextField
        hint={t("hints.title")}
        label={t("fields.title")}
        maxLength={PROJECT.title.most}
        name="title"
        required
      />
      <SimilarProjects copy={similarCopy(locale)} start={[]} />
      <SubmitButton>{t("money.start")}</SubmitButton>
    </KeyedForm>
  );
}
