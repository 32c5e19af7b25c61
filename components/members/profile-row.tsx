"use client";

import type { ReactNode } from "react";
import { labelFor } from "@/lib/core/i18n/word-list";
import type { MemberField } from "@/lib/members/policy";
import type { ProfileFormProps } from "./profile-form-props";
import { VisibilitySelect } from "./visibility-select";

type ProfileRowProps = {
  field: MemberField;
  label: string;
  form: ProfileFormProps;
  children: ReactNode;
};

/** A field of the profile with its eye: beside it on wide screens, below it on narrow ones. */
export function ProfileRow({ field, label, form, children }: ProfileRowProps) {
  const { copy, levels, locale, profile } = form;
  return (
    <div className="grid gap-x-8 gap-y-3 md:grid-cols-[1fr_13rem] md:items-start">
      <div className="min-w-0">{children}</div>
      <VisibilitySelect
        defaultValue={profile.levels[field]}
        field={field}
        label={labelFor(copy.visibleTo, label, locale)}
        levels={levels}
        shortLabel={copy.visibleTo}
      />
    </div>
  );
}
