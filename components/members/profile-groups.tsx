"use client";

import { Checkbox } from "../ui/checkbox";
import { CheckboxGroup } from "../ui/checkbox-group";
import { ChineseNameField } from "../ui/chinese-name-field";
import { LatinNameFields } from "../ui/latin-name-fields";
import { LongChoice } from "../ui/long-choice";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import type { ProfileFormProps } from "./profile-form-props";
import { ProfileGroup } from "./profile-group";
import { ProfileRow } from "./profile-row";
import { ProfileText } from "./profile-text";

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
