import type { Role } from "@/db/enums";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ActionForm } from "../ui/action-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import type { AccountFormProps } from "./account-form-props";

type RoleFormProps = AccountFormProps & {
  role: Role;
  /** The roles the account may have. */
  roles: readonly Role[];
};

/** Gives an account another role. */
export function RoleForm({ locale, action, account, idempotencyKey, role, roles }: RoleFormProps) {
  const t = getTranslator(locale, "admin");
  const words = getTranslator(locale, "enums");
  return (
    <ActionForm
      action={action}
      copy={formCopy(locale)}
      hidden={{ accountId: account.id, version: String(account.version) }}
      idempotencyKey={idempotencyKey}
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
    </ActionForm>
  );
}
