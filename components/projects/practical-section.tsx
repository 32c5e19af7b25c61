import { PROGRESS_STATES, type ProgressState } from "@/db/enums";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { isFinalProgress } from "@/lib/projects/policy";
import { Checkbox } from "../ui/checkbox";
import { ProposedDate } from "../ui/proposed-date";
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
      <ProjectField entry={entry} locale={locale} name="cities" />
      <ProjectField entry={entry} locale={locale} name="languages" />
      <ProjectField entry={entry} locale={locale} name="developmentStage" />
      <ProjectField entry={entry} locale={locale} name="ipStatuses" />
      <ProjectField entry={entry} locale={locale} name="budgetBand" />
      <ProjectField entry={entry} locale={locale} name="startsOn" />
      <div className="space-y-1.5">
        <ProjectField entry={entry} locale={locale} name="deadline" />
        <ProposedDate fields={["deadline"]} from={content.deadline} locale={locale} />
      </div>
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
        <span className="text-muted text-sm">{inBrackets(t("similar.newTab"), locale)}</span>
      </p>
    </>
  );
}
