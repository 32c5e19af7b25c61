import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fieldsLike } from "@/lib/entries/description";
import type { OwnEntry } from "@/lib/entries/own.queries";
import {
  EXPERIENCE,
  EXPERIENCES,
  type ExperienceContent,
  LINKED,
  type Linked,
} from "@/lib/experiences/experience";
import type { Link } from "@/lib/experiences/links.queries";
import { EntryField } from "../entries/entry-field";
import { MoveForm } from "../ui/move-form";
import { SelectField } from "../ui/select-field";

type ReadersFormProps = {
  own: OwnEntry<ExperienceContent>;
  choices: readonly Link[];
  /** What it is about by now. */
  kept: readonly Link[];
  action: FormAction;
  locale: Locale;
};

/** What its author sets at once: who reads what of it, who is told whose it is, what it is about. */
export function ReadersForm({ own, choices, kept, action, locale }: ReadersFormProps) {
  const t = getTranslator(locale, "experiences");
  const { id, version, slug } = own;
  const optionsOf = (of: Linked) =>
    choices.flatMap(({ kind, slug: value, title: label }) => (kind === of ? { value, label } : []));
  return (
    <MoveForm
      action={action}
      className="max-w-2xl space-y-6"
      hidden={{ experienceId: id, version: String(version), slug }}
      label={t("readers.save")}
      locale={locale}
      scope="readers"
    >
      {fieldsLike(EXPERIENCE, { section: "readers" }).map((name) => (
        <EntryField entry={own} key={name} locale={locale} name={name} noun={EXPERIENCES} />
      ))}
      {LINKED.filter((kind) => optionsOf(kind).length > 0).map((kind) => (
        <SelectField
          defaultValue={kept.find((one) => one.kind === kind)?.slug ?? ""}
          emptyLabel={t("readers.none")}
          key={kind}
          label={t(`facts.${kind}`)}
          name={`links.${kind}`}
          options={optionsOf(kind)}
          width="medium"
        />
      ))}
    </MoveForm>
  );
}
