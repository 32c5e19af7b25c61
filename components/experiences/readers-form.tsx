import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnEntry } from "@/lib/entries/own.queries";
import type { ExperienceContent } from "@/lib/experiences/experience";
import type { Linked } from "@/lib/experiences/links";
import type { Link } from "@/lib/experiences/links.queries";
import { Checkbox } from "../ui/checkbox";
import { Icon } from "../ui/icon";
import { MoveForm } from "../ui/move-form";
import { RadioGroup } from "../ui/radio-group";
import { LinkFields } from "./link-fields";

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
    <details className="no-print group mb-10 rounded-md border border-hairline px-4">
      <summary className="flex min-h-11 items-center justify-between gap-2 font-semibold">
        {t("readers.title")}
        <Icon
          className="size-4.5 text-muted transition-transform group-open:rotate-180"
          name="chevron-down"
        />
      </summary>
      <p className="mt-1 mb-4 text-secondary">{t("readers.lead")}</p>
      <MoveForm
        action={action}
        className="space-y-6 pb-5"
        hidden={{ experienceId: id, version: String(version), slug }}
        label={t("readers.save")}
        locale={locale}
        scope="readers"
        variant="secondary"
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
        <LinkFields
          choices={choices}
          chosen={Object.fromEntries(kept.map((one) => [one.kind, one.slug]))}
          locale={locale}
        />
      </MoveForm>
    </details>
  );
}
