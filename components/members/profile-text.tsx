"use client";

import { isLocale } from "@/lib/core/i18n/locales";
import type { ProfileText as TextName } from "@/lib/members/schema";
import { LocalizedField } from "../ui/localized-field";
import type { ProfileFormProps } from "./profile-form-props";
import { ProfileRow } from "./profile-row";

type ProfileTextProps = {
  field: TextName;
  label: string;
  hint?: string;
  isLine?: boolean;
  form: ProfileFormProps;
};

/** One text of the profile in three languages, with its eye. */
export function ProfileText({ field, label, hint, isLine, form }: ProfileTextProps) {
  const { profile, localized, max } = form;
  return (
    <ProfileRow field={field} form={form} label={label}>
      <LocalizedField
        copy={localized}
        defaultValue={profile[field]}
        hint={hint}
        label={label}
        maxLength={max[field]}
        name={field}
        original={profile.originalLocale}
        rows={isLine ? undefined : 5}
        stale={(profile.stale[field] ?? []).filter(isLocale)}
      />
    </ProfileRow>
  );
}
