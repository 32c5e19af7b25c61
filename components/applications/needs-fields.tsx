import { ANSWER_MAX } from "@/lib/applications/answer-limits";
import { getTranslator } from "@/lib/core/i18n/translator";
import { TextField } from "../ui/text-field";
import type { StepFieldsProps } from "./step-fields-props";

/** What the applicant looks for and what they bring. */
export function NeedsFields({ application, locale }: StepFieldsProps) {
  const t = getTranslator(locale, "applications");
  return (["expectations", "contribution"] as const).map((field) => (
    <TextField
      defaultValue={application.answers[field]}
      hint={t(`hints.${field}`)}
      key={field}
      label={t(`fields.${field}`)}
      maxLength={ANSWER_MAX[field]}
      name={field}
      required
      rows={6}
    />
  ));
}
