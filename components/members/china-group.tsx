"use client";

import { LongChoice } from "../ui/long-choice";
import type { ProfileFormProps } from "./profile-form-props";
import { ProfileGroup } from "./profile-group";
import { ProfileRow } from "./profile-row";

/** Sectors and cities. */
export function ChinaGroup(form: ProfileFormProps) {
  const { copy, profile, options } = form;
  return (
    <ProfileGroup id="china" title={copy.groups.china}>
      <ProfileRow field="sectors" form={form} label={copy.sectors}>
        <LongChoice
          chosen={profile.sectors}
          count={copy.count}
          legend={copy.sectors}
          name="sectors"
          options={options.sectors}
        />
      </ProfileRow>
      <ProfileRow field="cities" form={form} label={copy.cities}>
        <LongChoice
          chosen={profile.cities}
          count={copy.count}
          legend={copy.cities}
          name="cities"
          options={options.cities}
        />
      </ProfileRow>
    </ProfileGroup>
  );
}
