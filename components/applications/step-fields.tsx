import type { ReactNode } from "react";
import type { FormStep } from "@/lib/applications/form-steps";
import { CharterFields } from "./charter-fields";
import { ChinaFields } from "./china-fields";
import { ContactFields } from "./contact-fields";
import { IdentityFields } from "./identity-fields";
import { NeedsFields } from "./needs-fields";
import { OrganisationFields } from "./organisation-fields";
import { PresentationFields } from "./presentation-fields";
import { ReferencesFields } from "./references-fields";
import { RegistrationFields } from "./registration-fields";
import type { StepFieldsProps } from "./step-fields-props";

const FIELDS: Record<FormStep, (props: StepFieldsProps) => ReactNode> = {
  identity: IdentityFields,
  contact: ContactFields,
  organisation: OrganisationFields,
  registration: RegistrationFields,
  presentation: PresentationFields,
  china: ChinaFields,
  needs: NeedsFields,
  references: ReferencesFields,
  charter: CharterFields,
};

/** What one page of the form asks. */
export function StepFields({ step, ...props }: StepFieldsProps & { step: FormStep }) {
  const Fields = FIELDS[step];
  return <Fields {...props} />;
}
