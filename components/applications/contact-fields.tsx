import { getTranslator } from "@/lib/core/i18n/translator";
import { formatPhone } from "@/lib/core/text/phone-numbers";
import { TextField } from "../ui/text-field";
import type { StepFieldsProps } from "./step-fields-props";

/** How to reach the applicant; the address is the one the link went to. */
export function ContactFields({ application, locale }: StepFieldsProps) {
  const t = getTranslator(locale, "applications");
  const { answers, email } = application;
  return (
    <>
      <dl>
        <dt className="font-semibold">{t("fields.email")}</dt>
        <dd className="mt-1 break-words text-lg">{email}</dd>
        <dd className="mt-1 text-muted text-sm">{t("hints.email")}</dd>
      </dl>
      <TextField
        autoComplete="tel"
        defaultValue={formatPhone(answers.phone ?? "")}
        hint={t("hints.phone")}
        inputMode="tel"
        label={t("fields.phone")}
        name="phone"
        type="tel"
        width="medium"
      />
      <TextField
        autoComplete="off"
        defaultValue={answers.wechat}
        hint={t("hints.wechat")}
        label={t("fields.wechat")}
        name="wechat"
        spellCheck={false}
        width="medium"
      />
    </>
  );
}
