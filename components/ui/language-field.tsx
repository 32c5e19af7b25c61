import { LANGUAGE_OPTIONS } from "@/lib/core/i18n/language-options";
import type { Locale } from "@/lib/core/i18n/locales";
import { LANGUAGE_CHOICES } from "./language-name";
import { RadioGroup } from "./radio-group";
import { SelectField } from "./select-field";

type LanguageFieldProps = {
  label: string;
  value: Locale;
  name: string;
  hint?: string;
  /** All three stand open. */
  isOpen?: boolean;
};

/** One of the three languages, each called by its own name. */
export function LanguageField(props: LanguageFieldProps) {
  const { label, value, name, hint, isOpen } = props;
  const shared = { name, hint, required: true, defaultValue: value };
  return isOpen ? (
    <RadioGroup {...shared} legend={label} options={LANGUAGE_CHOICES} />
  ) : (
    <SelectField {...shared} label={label} options={LANGUAGE_OPTIONS} width="medium" />
  );
}
