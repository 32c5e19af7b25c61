import { PROFILE_TYPES } from "@/db/enums";
import { formatDay, today } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { leastLengthIn } from "@/lib/core/text/least-length";
import { PROJECT } from "@/lib/projects/project";
import { firstDeadline, LONGEST_MONTHS } from "@/lib/projects/project-deadline";
import { LEAST } from "@/lib/projects/text-limits";
import { AskOnLeaving } from "../ui/ask-on-leaving";
import { Checkbox } from "../ui/checkbox";
import { FoldedFields } from "../ui/folded-fields";
import { KeyedForm } from "../ui/keyed-form";
import { LanguageField } from "../ui/language-field";
import { leavingCopy } from "../ui/leaving-copy";
import { ProposedDate } from "../ui/proposed-date";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { ToldOnLeaving } from "../ui/told-on-leaving";
import { typeWords } from "./project-words";

type ToldProps = { name: keyof typeof LEAST; locale: Locale };

const Told = ({ name, locale }: ToldProps) => (
  <ToldOnLeaving
    copy={leavingCopy(locale, LEAST[name])}
    least={LEAST[name]}
    most={PROJECT[name].most}
    name={name}
  />
);

/** A project on one screen of a phone: what is needed to hand it in. Language and deadline are set, and can be changed. */
export function PostForm({ action, locale }: { action: FormAction; locale: Locale }) {
  const t = getTranslator(locale, "projects");
  const deadline = firstDeadline(today());
  const texts = (["sought", "offered"] as const).map((name) => (
    <div className="space-y-1.5" key={name}>
      <TextField
        aside={
          <span className="text-muted text-sm">
            {t("post.hint", { least: leastLengthIn(locale, LEAST[name]) })}
          </span>
        }
        label={t(`fields.${name}`)}
        name={name}
        required
        rows={3}
      />
      <Told locale={locale} name={name} />
    </div>
  ));
  return (
    <KeyedForm action={action} className="max-w-2xl space-y-2 sm:space-y-6" locale={locale}>
      <AskOnLeaving />
      <div className="space-y-1.5">
        <TextField hint={t("post.titleHint")} label={t("fields.title")} name="title" required />
        <Told locale={locale} name="title" />
      </div>
      <SelectField
        emptyLabel={t("post.choose")}
        label={t("facts.profileType")}
        name="profileType"
        options={PROFILE_TYPES.map((value) => ({ value, label: typeWords(value, locale) }))}
        required
        width="medium"
      />
      {texts}
      <Checkbox
        defaultChecked
        hint={t("post.namedHint")}
        label={t("post.named")}
        name="isNamed"
        value="on"
      />
      <div className="flex flex-wrap items-center gap-2 sm:gap-3">
        <SubmitButton className="max-sm:px-3" name="intent" value="submit">
          {t("post.submit")}
        </SubmitButton>
        <SubmitButton className="max-sm:px-3" name="intent" value="draft" variant="quiet">
          {t("post.draft")}
        </SubmitButton>
      </div>
      <p className="text-muted text-sm">{t("post.after")}</p>
      <FoldedFields
        label={t("post.more", { language: locale, day: formatDay(deadline, locale) })}
        labelClass="inline-flex min-h-11 items-center font-semibold text-link"
      >
        <LanguageField
          hint={t("money.languageHint")}
          isOpen
          label={t("money.language")}
          name="originalLocale"
          value={locale}
        />
        <TextField
          defaultValue={deadline}
          hint={t("hints.deadline", { months: LONGEST_MONTHS })}
          label={t("facts.deadline")}
          name="deadline"
          type="date"
          width="short"
        />
        <ProposedDate fields={["deadline"]} from={deadline} locale={locale} />
      </FoldedFields>
    </KeyedForm>
  );
}
