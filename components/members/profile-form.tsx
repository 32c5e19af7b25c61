"use client";

import { ActionForm } from "../ui/action-form";
import { AskOnLeaving } from "../ui/ask-on-leaving";
import { SubmitButton } from "../ui/submit-button";
import { ChinaGroup } from "./china-group";
import { ContactGroup } from "./contact-group";
import { NameGroup } from "./name-group";
import type { ProfileFormProps } from "./profile-form-props";
import { WordsGroup } from "./words-group";
import { WorkGroup } from "./work-group";

/** One's own profile: five groups, an eye beside each field, three languages for each text. */
export function ProfileForm(props: ProfileFormProps) {
  const { action, locale, form, copy, profile, idempotencyKey } = props;
  return (
    <ActionForm
      action={action}
      copy={form}
      hidden={{ version: String(profile.version), phoneCountries: profile.phoneCountries }}
      id="profile"
      idempotencyKey={idempotencyKey}
      locale={locale}
      requiredNote
    >
      <AskOnLeaving />
      <NameGroup {...props} />
      <WorkGroup {...props} />
      <ChinaGroup {...props} />
      <WordsGroup {...props} />
      <ContactGroup {...props} />
      <SubmitButton>{copy.save}</SubmitButton>
    </ActionForm>
  );
}
