"use client";

import { Checkbox } from "../ui/checkbox";
import { CheckboxGroup } from "../ui/checkbox-group";
import { SelectField } from "../ui/select-field";
import type { ProfileFormProps } from "./profile-form-props";
import { ProfileGroup } from "./profile-group";
import { ProfileRow } from "./profile-row";
import { ProfileText } from "./profile-text";

/** Position, organisation, languages. */
export function WorkGroup(form: ProfileFormProps) {
  const { copy, profile, options } = form;
  return (
    <ProfileGroup id="work" title={copy.groups.work}>
      <SelectField
        defaultValue={profile.originalLocale}
        hint={copy.originalLocaleHint}
        label={copy.originalLocale}
        name="originalLocale"
        options={options.locales}
        required
        width="medium"
      />
      <ProfileText field="jobTitle" form={form} isLine label={copy.jobTitle} />
      <ProfileRow field="organisation" form={form} label={copy.organisation}>
        <p className="font-semibold">{copy.organisation}</p>
        <p className="text-muted text-sm">{copy.organisationHint}</p>
        <p className="mt-1.5">{profile.organisation ?? copy.organisationNone}</p>
      </ProfileRow>
      <ProfileRow field="languages" form={form} label={copy.languages}>
        <CheckboxGroup
          defaultValue={profile.languages}
          legend={copy.languages}
          name="languages"
          options={options.languages}
        />
      </ProfileRow>
      <Checkbox
        defaultChecked={profile.translates}
        hint={copy.translatesHint}
        label={copy.translates}
        name="translates"
        value="on"
      />
    </ProfileGroup>
  );
}
