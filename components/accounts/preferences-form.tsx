import { ActionForm } from "../ui/action-form";
import type { Choice } from "../ui/choice-group";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import type { FormProps } from "./form-props";

type PreferencesFormProps = FormProps<"locale" | "localeHint" | "theme" | "submit"> & {
  languages: Choice[];
  themes: Choice[];
  chosen: { locale: string; theme: string };
};

/** The language of one's mails and the look of the pages. */
export function PreferencesForm(props: PreferencesFormProps) {
  const { action, locale, form, words, languages, themes, chosen } = props;
  return (
    <ActionForm action={action} copy={form} locale={locale} scope="preferences">
      <RadioGroup
        defaultValue={chosen.locale}
        hint={words.localeHint}
        legend={words.locale}
        name="locale"
        options={languages}
        required
      />
      <RadioGroup
        defaultValue={chosen.theme}
        legend={words.theme}
        name="theme"
        options={themes}
        required
      />
      <SubmitButton variant="secondary">{words.submit}</SubmitButton>
    </ActionForm>
  );
}
