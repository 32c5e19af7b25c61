import type { Arrival } from "@/lib/arrivals/queries";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { profileCopy } from "@/lib/members/profile-copy";
import { profileOptions } from "@/lib/members/profile-options";
import { LongChoice } from "../ui/long-choice";
import { RadioGroup } from "../ui/radio-group";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";

type DetailsFieldsProps = {
  arrival: Arrival;
  max: Record<"name" | "nameZh" | "jobTitle", number>;
  locale: Locale;
};

/** What the club noted of a person, as their profile's own form asks it; a Chinese reader's Chinese name first. */
export function DetailsFields({ arrival, max, locale }: DetailsFieldsProps) {
  const t = getTranslator(locale, "arrivals");
  const copy = profileCopy(locale);
  const options = profileOptions(locale, arrival);
  const original = arrival.originalLocale;
  const chinese = (
    <TextField
      defaultValue={arrival.nameZh ?? ""}
      hint={copy.nameZhHint}
      label={copy.nameZh}
      lang="zh-Hans"
      maxLength={max.nameZh}
      name="nameZh"
      width="medium"
    />
  );
  return (
    <div className="space-y-6">
      {locale === "zh" ? chinese : null}
      <div className="grid gap-x-6 gap-y-6 sm:grid-cols-2">
        <TextField
          autoComplete="family-name"
          defaultValue={arrival.familyName}
          label={copy.familyName}
          maxLength={max.name}
          name="familyName"
          required
          spellCheck={false}
        />
        <TextField
          autoComplete="given-name"
          defaultValue={arrival.givenName}
          label={copy.givenName}
          maxLength={max.name}
          name="givenName"
          required
          spellCheck={false}
        />
      </div>
      <RadioGroup
        defaultValue={arrival.nameOrder}
        legend={copy.nameOrder}
        name="nameOrder"
        options={options.nameOrders}
        required
      />
      {locale === "zh" ? null : chinese}
      <TextField
        defaultValue={arrival.jobTitle[original] ?? ""}
        label={copy.jobTitle}
        lang={LANGUAGE_TAG[original]}
        maxLength={max.jobTitle}
        name={`jobTitle.${original}`}
      />
      <LongChoice
        chosen={arrival.sectors}
        count={copy.count}
        legend={copy.sectors}
        name="sectors"
        options={options.sectors}
      />
      <LongChoice
        chosen={arrival.cities}
        count={copy.count}
        legend={copy.cities}
        name="cities"
        options={options.cities}
      />
      <SelectField
        defaultValue={arrival.letters}
        label={t("letters")}
        name="letters"
        options={options.locales}
        required
        width="medium"
      />
      <p className="text-secondary">{t("page.later")}</p>
    </div>
  );
}
