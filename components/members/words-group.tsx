"use client";

import { CheckboxGroup } from "../ui/checkbox-group";
import type { ProfileFormProps } from "./profile-form-props";
import { ProfileGroup } from "./profile-group";
import { ProfileText } from "./profile-text";

/** Biography, offers, needs; and which stale translations are still right. */
export function WordsGroup(form: ProfileFormProps) {
  const { copy, staleMarks } = form;
  return (
    <ProfileGroup hint={copy.groups.wordsHint} id="words" title={copy.groups.words}>
      <ProfileText field="bio" form={form} hint={copy.bioHint} label={copy.bio} />
      <ProfileText field="offers" form={form} hint={copy.offersHint} label={copy.offers} />
      <ProfileText field="needs" form={form} hint={copy.needsHint} label={copy.needs} />
      {staleMarks.length > 0 ? (
        <CheckboxGroup
          hint={copy.confirmHint}
          legend={copy.confirm}
          name="confirmed"
          options={staleMarks}
        />
      ) : null}
    </ProfileGroup>
  );
}
