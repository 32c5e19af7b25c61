import type { ComponentProps, ReactNode } from "react";
import type { Arrival } from "@/lib/arrivals/queries";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { TitledPart } from "../ui/titled-part";
import { DetailsFields } from "./details-fields";

type ComeInFormProps = {
  action: FormAction;
  arrival: Arrival;
  token: string;
  max: ComponentProps<typeof DetailsFields>["max"];
  locale: Locale;
  /** The fields of a new password, and the boxes of the consents. */
  password: ReactNode;
  consents: ReactNode;
};

/** A person's own details to correct, a password, the consents one by one; nothing is kept before the button. */
export function ComeInForm(props: ComeInFormProps) {
  const { action, arrival, token, locale, password, consents } = props;
  const t = getTranslator(locale, "arrivals");
  return (
    <ActionForm
      action={action}
      className="space-y-12"
      copy={formCopy(locale)}
      hidden={{ token }}
      locale={locale}
      requiredNote
    >
      <TitledPart id="details" title={t("page.detailsTitle")}>
        <DetailsFields arrival={arrival} locale={locale} max={props.max} />
      </TitledPart>
      <TitledPart id="password-part" title={t("page.passwordTitle")}>
        <div className="space-y-6">{password}</div>
      </TitledPart>
      <TitledPart id="consents" title={t("page.consentsTitle")}>
        <p className="mb-5 text-secondary">{t("page.consentsLead")}</p>
        {consents}
      </TitledPart>
      <SubmitButton className="w-full sm:w-auto">{t("page.submit")}</SubmitButton>
    </ActionForm>
  );
}
