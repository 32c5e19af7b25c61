import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OrganisationNameProposal } from "@/lib/organisations/name-proposal.queries";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { KnownOrganisation } from "./known-organisation";
import { knownCopy } from "./known-organisation-copy";

type LatinNameFormProps = {
  action: FormAction;
  locale: Locale;
  proposal: OrganisationNameProposal;
};

/** The Latin name proposed for an organisation: to be taken, corrected, or left out. */
export function LatinNameForm({ action, locale, proposal }: LatinNameFormProps) {
  const t = getTranslator(locale, "organisations");
  const { organisationId, slug, version, latin } = proposal;
  return (
    <KeyedForm
      action={action}
      hidden={{ organisationId, slug, version: String(version) }}
      locale={locale}
      scope={slug}
    >
      <TextField
        defaultValue={latin}
        hint={t("latinName.hint")}
        label={t("latinName.label")}
        name="latin"
        required
        spellCheck={false}
      />
      <KnownOrganisation copy={knownCopy(locale)} nameField="latin" />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="accept">
          {t("latinName.accept")}
        </SubmitButton>
        <SubmitButton name="intent" value="keep" variant="secondary">
          {t("latinName.keep")}
        </SubmitButton>
      </div>
    </KeyedForm>
  );
}
