import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { LINKED, type Linked, type LinkInput } from "@/lib/experiences/links";
import type { Link } from "@/lib/experiences/links.queries";
import { SelectField } from "../ui/select-field";

type LinkFieldsProps = {
  choices: Record<Linked, Link[]>;
  /** By its address. */
  chosen: LinkInput;
  locale: Locale;
};

/** What an experience is about: one of each kind of which there is something to choose. */
export function LinkFields({ choices, chosen, locale }: LinkFieldsProps) {
  const t = getTranslator(locale, "experiences");
  return LINKED.filter((kind) => choices[kind].length > 0).map((kind) => (
    <SelectField
      defaultValue={chosen[kind] ?? ""}
      emptyLabel={t("readers.none")}
      key={kind}
      label={t(`facts.${kind}`)}
      name={kind}
      options={choices[kind].map(({ slug, title }) => ({ value: slug, label: title }))}
      width="medium"
    />
  ));
}
