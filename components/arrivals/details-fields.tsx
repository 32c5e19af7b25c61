import type { Arrival } from "@/lib/arrivals/queries";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { profileCopy } from "@/lib/members/profile-copy";
import { profileOptions } from "@/lib/members/profile-options";
import { ChineseNameField } from "../ui/chinese-name-field";
import { LatinNameFields } from "../ui/latin-name-fields";
import { LongChoice } from "../ui/long-choice";
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
  const chinese = <ChineseNameField copy={copy} max={max.nameZh} nameZh={arrival.nameZh} />;
  return (
    <div className="space-y-6">
      {locale === "zh" ? chinese : null}
      <LatinNameFields copy={copy} max={max.name} name={arrival} orders={options.nameOrders} />
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
