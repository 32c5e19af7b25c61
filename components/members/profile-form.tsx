"use client";

import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import type { ProfileFormProps } from "./profile-form-props";
import { ChinaGroup, ContactGroup, NameGroup, WorkGroup } from "./profile-groups";
import { WordsGroup } from "./profile-words";

/** One's own profile: five groups, an eye beside each field, three languages for each text. */
export function ProfileForm(props: ProfileFormProps) {
  const { action, locale, form, copy, profile, idempotencyKey } = props;
  return (
    <ActionForm
      action={action}
      copy={form}
      hidden={{ version: String(profile.version), phoneCountries: profile.phoneCountries }}
      idempotencyKey={idempotencyKey}
      locale={locale}
      requiredNote
    >
      <NameGroup {...props} />
      <WorkGroup {...props} />
      <ChinaGroup {...props} />
      <WordsGroup {...props} />
      <ContactGroup {...props} />
      <SubmitButton>{copy.save}</SubmitButton>
    </ActionForm>
  );
}
