import type { Role } from "@/db/enums";
import { getTranslator } from "@/lib/core/i18n/translator";
import { KeyedForm } from "../ui/keyed-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import type { AccountFormProps } from "./account-form-props";

type RoleFormProps = AccountFormProps & {
  role: Role;
  /** The roles the account may have. */
  roles: readonly Role[];
};

/** Gives an account another role. */
export function RoleForm({ locale, action, account, role, roles }: RoleFormProps) {
  const t = getTranslator(locale, "admin");
  const words = getTranslator(locale, "enums");
  return (
    <KeyedForm
      action={action}
      hidden={{ accountId: account.id, version: String(account.version) }}
      locale={locale}
      scope="role"
    >
      <p className="max-w-measure">{t("account.role.consequences")}</p>
      <RadioGroup
        defaultValue={role}
        legend={t("accounts.role")}
        name="role"
        options={roles.map((value) => ({
          value,
          label: words(`role.${value}`),
          hint: t(`account.role.hints.${value}`),
        }))}
        required
      />
      <SubmitButton variant="secondary">{t("account.role.submit")}</SubmitButton>
    </KeyedForm>
  );
}
