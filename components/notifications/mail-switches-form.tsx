import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { groupsOffered, type MailGroup } from "@/lib/core/mail/mail-groups";
import { ActionForm } from "../ui/action-form";
import { CheckboxGroup } from "../ui/checkbox-group";
import { SubmitButton } from "../ui/submit-button";

type MailSwitchesFormProps = {
  wanted: MailGroup[];
  viewer: Viewer;
  locale: Locale;
  action: FormAction;
};

/** One switch for each group of mails; what is not ticked stays away. */
export function MailSwitchesForm({ wanted, viewer, locale, action }: MailSwitchesFormProps) {
  const t = getTranslator(locale, "notifications");
  return (
    <ActionForm
      action={action}
      // Every box is a choice of its own: none has to be ticked, so none is marked as optional.
      copy={{ ...formCopy(locale), optional: "" }}
      hidden={{ shown: wanted.join(" ") }}
      locale={locale}
      scope="mails"
    >
      <CheckboxGroup
        defaultValue={wanted}
        legend={t("switches.legend")}
        name="wanted"
        options={groupsOffered(isStaff(viewer)).map((group) => ({
          value: group,
          label: t(`groups.${group}.label`),
          hint: t(`groups.${group}.hint`),
        }))}
      />
      <SubmitButton variant="secondary">{t("switches.submit")}</SubmitButton>
    </ActionForm>
  );
}
