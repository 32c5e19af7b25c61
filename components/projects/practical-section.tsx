import { PROGRESS_STATES, type ProgressState } from "@/db/enums";
import { referenceOptions } from "@/db/reference/lists";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { isFinalProgress } from "@/lib/projects/policy";
import { Checkbox } from "../ui/checkbox";
import { CheckboxGroup } from "../ui/checkbox-group";
import { Icon } from "../ui/icon";
import { SelectField } from "../ui/select-field";
import { LevelsFields } from "./levels-fields";
import { ProjectField } from "./project-field";
import type { ToldSectionProps } from "./section-props";
import { UnnamedNote } from "./unnamed-note";

/** A project that is not yet online is not at its end, unless its draft says so already. */
const isBeforeEnd = (now: ProgressState) => (one: ProgressState) =>
  one === now || !isFinalProgress(one);

/** Places, languages, stage, protection, money and dates; before publication also how far it has come and who reads what. */
export function PracticalSection({ entry, locale, saying }: ToldSectionProps) {
  const t = getTranslator(locale, "projects");
  const enums = getTranslator(locale, "enums");
  const { content, revisionId, slug } = entry;
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
      <ProjectField entry={entry} locale={locale} name="languages" />
      <ProjectField entry={entry} locale={locale} name="developmentStage" />
      <ProjectField entry={entry} locale={locale} name="ipStatuses" />
      <ProjectField entry={entry} locale={locale} name="budgetBand" />
      <ProjectField entry={entry} locale={locale} name="startsOn" />
      <ProjectField entry={entry} locale={locale} name="deadline" />
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
