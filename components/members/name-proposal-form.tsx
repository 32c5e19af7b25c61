import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { NameProposal } from "@/lib/members/name-proposal.queries";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type NameProposalFormProps = {
  action: FormAction;
  locale: Locale;
  proposal: NameProposal;
};

/** One's own name in both scripts as it is proposed: to be taken, corrected, or left as it is. */
export function NameProposalForm({ action, locale, proposal }: NameProposalFormProps) {
  const t = getTranslator(locale, "members");
  const { version, familyName, givenName, nameZh } = proposal;
  return (
    <KeyedForm action={action} hidden={{ version: String(version) }} locale={locale} scope="own">
      <TextField
        defaultValue={nameZh}
        label={t("profile.nameZh")}
        lang="zh-Hans"
        name="nameZh"
        width="medium"
      />
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        <TextField
          autoComplete="family-name"
          defaultValue={familyName}
          label={t("profile.familyName")}
          name="familyName"
          required
          spellCheck={false}
        />
        <TextField
          autoComplete="given-name"
          defaultValue={givenName}
          label={t("profile.givenName")}
          name="givenName"
          required
          spellCheck={false}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="accept">
          {t("names.accept")}
        </SubmitButton>
        <SubmitButton name="intent" value="keep" variant="secondary">
          {t("names.keep")}
        </SubmitButton>
      </div>
    </KeyedForm>
  );
}
