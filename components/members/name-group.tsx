"use client";

import { ChineseNameField } from "../ui/chinese-name-field";
import { LatinNameFields } from "../ui/latin-name-fields";
import type { ProfileFormProps } from "./profile-form-props";
import { ProfileGroup } from "./profile-group";
import { ProfileRow } from "./profile-row";

/** Both scripts of the name, the reader's first. */
export function NameGroup(form: ProfileFormProps) {
  const { copy, locale, profile, max, options } = form;
  const isChinese = locale === "zh";
  return (
    <ProfileGroup hint={copy.nameAlways} id="name" title={copy.groups.name}>
      {isChinese ? <ChineseName {...form} /> : null}
      <LatinNameFields copy={copy} max={max.name} name={profile} orders={options.nameOrders} />
      {isChinese ? null : <ChineseName {...form} />}
    </ProfileGroup>
  );
}

function ChineseName(form: ProfileFormProps) {
  const { copy, profile, max } = form;
  return (
    <ProfileRow field="nameZh" form={form} label={copy.nameZh}>
      <ChineseNameField copy={copy} max={max.nameZh} nameZh={profile.nameZh} />
    </ProfileRow>
  );
}
