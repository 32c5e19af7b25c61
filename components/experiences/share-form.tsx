import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { readStored } from "@/lib/entries/stored-entry";
import { EXPERIENCE, EXPERIENCES } from "@/lib/experiences/experience";
import type { Prefill } from "@/lib/experiences/prefill.queries";
import { EntryField } from "../entries/entry-field";
import { AskOnLeaving } from "../ui/ask-on-leaving";
import { FormGroup } from "../ui/form-group";
import { KeyedForm } from "../ui/keyed-form";
import { LanguageField } from "../ui/language-field";
import { LateCheckbox } from "../ui/late-checkbox";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type ShareFormProps = {
  start: Prefill;
  action: FormAction;
  locale: Locale;
  /** What is handed in is online at once. */
  isTrusted: boolean;
};

/** Everything of the two-minute form on one page, in the page's language unless another is chosen. */
export function ShareForm({ start, action, locale, isTrusted }: ShareFormProps) {
  const t = getTranslator(locale, "experiences");
  const text = (name: "title" | "story" | "advice", rows?: number) => (
    <TextField
      defaultValue={name === "advice" ? "" : start[name]}
      hint={t(`hints.${name}`)}
      label={t(`fields.${name}`)}
      maxLength={EXPERIENCE[name].most}
      name={name}
      required
      rows={rows}
    />
  );
  const { title: _title, story: _story, ...chosen } = start;
  const content = readStored(EXPERIENCE, { ...chosen, originalLocale: locale });
  const field = (name: keyof typeof EXPERIENCE) => (
    <EntryField entry={{ content, stale: {} }} locale={locale} name={name} noun={EXPERIENCES} />
  );
  return (
    <KeyedForm
      action={action}
      className="max-w-3xl space-y-6"
      hidden={Object.fromEntries(start.links.map(({ kind, slug }) => [`links.${kind}`, slug]))}
      locale={locale}
    >
      <AskOnLeaving />
      <FormGroup id="about" title={t("new.about")}>
        {start.links.map((link) => (
          <p key={link.kind}>
            <span className="block text-muted text-sm">{t(`facts.${link.kind}`)}</span>
            <span lang={LANGUAGE_TAG[link.lang]}>{link.title}</span>
          </p>
        ))}
        {text("title")}
        {field("topics")}
        {text("story", 6)}
        {text("advice", 4)}
        {field("isTeased")}
      </FormGroup>
      <FormGroup id="when" title={t("new.when")}>
        {field("cities")}
        <div className="grid gap-6 sm:grid-cols-2">
          {field("fromYear")}
          {field("toYear")}
        </div>
        <LanguageField label={t("new.language")} name="originalLocale" value={locale} />
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
    </KeyedForm>
  );
}
