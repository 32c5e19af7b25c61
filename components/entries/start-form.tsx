import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Noun } from "@/lib/entries/noun";
import { fieldName, nounWords } from "@/lib/entries/noun-words";
import { KeyedForm } from "../ui/keyed-form";
import { LanguageField } from "../ui/language-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type StartFormProps = {
  noun: Noun;
  action: FormAction;
  locale: Locale;
  /** What it is written in, and what its button says. */
  language: string;
  submit: string;
  /** Whose it is beside the club's. */
  children: ReactNode;
};

/** What an entry of the club begins with: its title in one language, and who keeps it. */
export function StartForm(props: StartFormProps) {
  const { noun, action, locale, language, submit, children } = props;
  const { title } = noun.fields;
  return (
    <KeyedForm action={action} className="max-w-3xl space-y-7" locale={locale}>
      <LanguageField label={language} name="originalLocale" value={locale} />
      <TextField
        hint={nounWords(noun, locale)("hints.title")}
        label={fieldName(noun, "title", locale)}
        maxLength={title?.kind === "text" ? title.most : undefined}
        name="title"
        required
      />
      {children}
      <SubmitButton>{submit}</SubmitButton>
    </KeyedForm>
  );
}
