"use client";

import { TextField } from "../ui/text-field";
import type { ProfileFormProps } from "./profile-form-props";
import { ProfileGroup } from "./profile-group";
import { ProfileRow } from "./profile-row";

/** Private contact data. */
export function ContactGroup(form: ProfileFormProps) {
  const { copy, profile, max } = form;
  return (
    <ProfileGroup hint={copy.groups.contactsHint} id="contacts" title={copy.groups.contacts}>
      <ProfileRow field="email" form={form} label={copy.email}>
        <TextField
          autoComplete="email"
          defaultValue={profile.email ?? ""}
          hint={copy.emailHint}
          inputMode="email"
          label={copy.email}
          name="email"
          spellCheck={false}
          type="email"
          width="medium"
        />
      </ProfileRow>
      <ProfileRow field="phone" form={form} label={copy.phone}>
        <TextField
          autoComplete="tel"
          defaultValue={profile.phone ?? ""}
          hint={copy.phoneHint}
          inputMode="tel"
          label={copy.phone}
          maxLength={max.phone}
          name="phone"
          type="tel"
          width="medium"
        />
      </ProfileRow>
      <ProfileRow field="wechat" form={form} label={copy.wechat}>
        <TextField
          autoComplete="off"
          defaultValue={profile.wechat ?? ""}
          label={copy.wechat}
          maxLength={max.wechat}
          name="wechat"
          spellCheck={false}
          width="medium"
        />
      </ProfileRow>
    </ProfileGroup>
  );
}
