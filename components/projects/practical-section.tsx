import { PROGRESS_STATES, type ProgressState } from "@/db/enums";
import { referenceOptions } from "@/db/reference/lists";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { isFinalProgress } from "@/lib/projects/policy";
import { LONGEST_MONTHS } from "@/lib/projects/project-deadline";
import { Checkbox } from "../ui/checkbox";
import { CheckboxGroup } from "../ui/checkbox-group";
import { Icon } from "../ui/icon";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import type { ToldSectionProps } from "./editor-entry";
import { LevelsFields } from "./levels-fields";
import { UnnamedNote } from "./unnamed-note";

/** A project that is not yet online is not at its end, unless its draft says so already. */
const isBeforeEnd = (now: ProgressState) => (one: ProgressState) =>
  one === now || !isFinalProgress(one);

/** Places, languages, stage, protection, money and dates; before publication also how far it has come and who reads what. */
export function PracticalSection({ entry, locale, saying }: ToldSectionProps) {
  const t = getTranslator(locale, "projects");
  const enums = getTranslator(locale, "enums");
  const { content, revisionId, slug } = entry;
  const choose = t("editor.choose");
  return (
    <>
      <details className="group">
        <summary className="flex min-h-11 items-center justify-between gap-2 rounded-sm border border-input-border px-3 font-semibold">
          {t("editor.cities", { count: content.cities.length })}
          <Icon
            className="size-4.5 text-muted transition-transform group-open:rotate-180"
            name="chevron-down"
          />
        </summary>
        <div className="pt-4">
          <CheckboxGroup
            columns={3}
            defaultValue={content.cities}
            hideLegend
            legend={t("facts.cities")}
            name="cities"
            options={referenceOptions("cities", locale)}
          />
        </div>
      </details>
      <CheckboxGroup
        columns={2}
        defaultValue={content.languages}
        legend={t("facts.languages")}
        name="languages"
        options={referenceOptions("languages", locale)}
      />
      <SelectField
        defaultValue={content.developmentStage ?? ""}
        emptyLabel={choose}
        label={t("facts.developmentStage")}
        name="developmentStage"
        options={referenceOptions("developmentStages", locale)}
        width="medium"
      />
      <CheckboxGroup
        columns={2}
        defaultValue={content.ipStatuses}
        hint={t("hints.ipStatuses")}
        legend={t("facts.ipStatuses")}
        name="ipStatuses"
        options={referenceOptions("ipStatuses", locale)}
      />
      <SelectField
        defaultValue={content.budgetBand ?? ""}
        emptyLabel={choose}
        label={t("facts.budgetBand")}
        name="budgetBand"
        options={referenceOptions("budgetBands", locale)}
        width="medium"
      />
      <TextField
        defaultValue={content.startsOn ?? ""}
        label={t("facts.startsOn")}
        name="startsOn"
        type="date"
        width="short"
      />
      <TextField
        defaultValue={content.deadline ?? ""}
        hint={t("hints.deadline", { months: LONGEST_MONTHS })}
        label={t("facts.deadline")}
        name="deadline"
        type="date"
        width="short"
      />
      {revisionId === null ? (
        <>
          <SelectField
            defaultValue={content.progress}
            label={t("progress.label")}
            name="progress"
            options={PROGRESS_STATES.filter(isBeforeEnd(content.progress)).map((value) => ({
              value,
              label: enums(`progress.${value}`),
            }))}
            required
            width="medium"
          />
          <Checkbox
            defaultChecked={content.acceptingInterests}
            label={t("progress.interests")}
            name="acceptingInterests"
            value="on"
          />
          <LevelsFields
            levels={content}
            locale={locale}
            note={
              saying ? (
                <UnnamedNote chosen={content} locale={locale} saying={saying} when="choice" />
              ) : null
            }
          />
        </>
      ) : null}
      <p className="text-secondary">
        {`${t("editor.filesText")} `}
        <a href={path(locale, `/projects/${slug}#files`)} rel="noopener" target="_blank">
          {t("editor.filesLink")}
        </a>
        <span className="text-muted text-sm">{` (${t("similar.newTab")})`}</span>
      </p>
    </>
  );
}
