import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnEntry } from "@/lib/entries/own.queries";
import type { ExperienceContent } from "@/lib/experiences/experience";
import { LINKED, type Linked } from "@/lib/experiences/links";
import type { Link } from "@/lib/experiences/links.queries";
import { Checkbox } from "../ui/checkbox";
import { MoveForm } from "../ui/move-form";
import { RadioGroup } from "../ui/radio-group";
import { SelectField } from "../ui/select-field";

type ReadersFormProps = {
  own: OwnEntry<ExperienceContent>;
  choices: Record<Linked, Link[]>;
  /** What it is about by now. */
  kept: readonly Link[];
  action: FormAction;
  locale: Locale;
};

/** What its author sets at once: who reads what of it, who is told whose it is, what it is about. */
export function ReadersForm({ own, choices, kept, action, locale }: ReadersFormProps) {
  const t = getTranslator(locale, "experiences");
  const { id, version, slug, content } = own;
  return (
    <MoveForm
      action={action}
      className="max-w-2xl space-y-6"
      hidden={{ experienceId: id, version: String(version), slug }}
      label={t("readers.save")}
      locale={locale}
      scope="readers"
    >
      <Checkbox
        defaultChecked={content.isTeased}
        hint={t("hints.isTeased")}
        label={t("facts.isTeased")}
        name="isTeased"
        value="on"
      />
      <RadioGroup
        defaultValue={content.ownerLevel}
        legend={t("facts.ownerLevel")}
        name="ownerLevel"
        options={[
          { value: "members", label: t("readers.members") },
          {
            value: "contacts",
            label: t("readers.contacts"),
            hint: t("readers.contactsHint"),
          },
        ]}
        required
      />
      {LINKED.filter((kind) => choices[kind].length > 0).map((kind) => (
        <SelectField
          defaultValue={kept.find((one) => one.kind === kind)?.slug ?? ""}
          emptyLabel={t("readers.none")}
          key={kind}
          label={t(`facts.${kind}`)}
          name={`links.${kind}`}
          options={choices[kind].map(({ slug: value, title: label }) => ({ value, label }))}
          width="medium"
        />
      ))}
    </MoveForm>
  );
}
