import { referenceOptions } from "@/db/reference/lists";
import type { FormAction } from "@/lib/core/form-state";
import { countCopy } from "@/lib/core/i18n/choice-copy";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { LANGUAGE_TAG, LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { EXPERIENCE } from "@/lib/experiences/experience";
import type { Prefill } from "@/lib/experiences/prefill.queries";
import { ActionForm } from "../ui/action-form";
import { Checkbox } from "../ui/checkbox";
import { FormGroup } from "../ui/form-group";
import { LateCheckbox } from "../ui/late-checkbox";
import { LongChoice } from "../ui/long-choice";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type ShareFormProps = {
  start: Prefill;
  action: FormAction;
  locale: Locale;
  /** What is handed in is online at once. */
  isTrusted: boolean;
};

const { title, topics, story, advice } = EXPERIENCE;

/** Everything of the two-minute form on one page, in the page's language unless another is chosen. */
export function ShareForm({ start, action, locale, isTrusted }: ShareFormProps) {
  const t = getTranslator(locale, "experiences");
  const area = (name: "story" | "advice", rows: number) => (
    <TextField
      hint={t(`hints.${name}`)}
      label={t(`fields.${name}`)}
      maxLength={name === "story" ? story.most : advice.most}
      name={name}
      required
      rows={rows}
    />
  );
  const year = (name: "fromYear" | "toYear") => (
    <TextField
      defaultValue={String(start[name] ?? "")}
      hint={t(`hints.${name}`)}
      inputMode="numeric"
      label={t(`facts.${name}`)}
      name={name}
      width="short"
    />
  );
  const cities = referenceOptions("cities", locale);
  return (
    <ActionForm
      action={action}
      className="max-w-3xl space-y-6"
      copy={formCopy(locale)}
      hidden={Object.fromEntries(start.links.map(({ kind, slug }) => [`links.${kind}`, slug]))}
      idempotencyKey={crypto.randomUUID()}
      locale={locale}
    >
      <FormGroup id="about" title={t("new.about")}>
        {start.links.map((link) => (
          <p key={link.kind}>
            <span className="block text-muted text-sm">{t(`facts.${link.kind}`)}</span>
            <span lang={LANGUAGE_TAG[link.lang]}>{link.title}</span>
          </p>
        ))}
        <TextField
          defaultValue={start.title}
          hint={t("hints.title")}
          label={t("fields.title")}
          maxLength={title.most}
          name="title"
          required
        />
        <div>
          <LongChoice
            chosen={[]}
            count={countCopy(locale, topics.most)}
            legend={t("facts.topics")}
            name="topics"
            options={referenceOptions("experienceTopics", locale)}
            required
          />
        </div>
        {area("story", 6)}
        {area("advice", 4)}
        <Checkbox
          hint={t("hints.isTeased")}
          label={t("facts.isTeased")}
          name="isTeased"
          value="on"
        />
      </FormGroup>
      <FormGroup id="when" title={t("new.when")}>
        <div>
          <LongChoice
            chosen={start.cities}
            legend={t("facts.cities")}
            name="cities"
            options={[
              ...cities.filter(({ value }) => start.cities.includes(value)),
              ...cities.filter(({ value }) => !start.cities.includes(value)),
            ]}
          />
        </div>
        <div className="grid gap-6 sm:grid-cols-2">
          {year("fromYear")}
          {year("toYear")}
        </div>
        <SelectField
          defaultValue={locale}
          label={t("new.language")}
          name="originalLocale"
          options={LOCALES.map((value) => ({ value, label: LOCALE_NAME[value] }))}
          required
          width="medium"
        />
      </FormGroup>
      <LateCheckbox label={t("named.tick")} name="agreed" value="on" />
      <p className="text-secondary">
        {isTrusted ? getTranslator(locale, "entries")("editor.afterPublish") : t("new.afterSubmit")}
      </p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="submit">
          {t("new.submit")}
        </SubmitButton>
        <SubmitButton name="intent" value="keep" variant="secondary">
          {t("new.keep")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
