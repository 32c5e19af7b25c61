import { today } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import { LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { identityGaps, listGaps } from "@/lib/projects/completeness";
import type { Identified } from "@/lib/projects/identifies-owner";
import type { OwnSetting, ProjectContent } from "@/lib/projects/project";
import { Card } from "../ui/card";
import { Icon } from "../ui/icon";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";
import type { ToldSectionProps } from "./editor-entry";
import { EntryReview } from "./entry-review";
import { RevisionChanges } from "./revision-changes";
import { SettingsReview } from "./settings-review";
import { UnnamedNote } from "./unnamed-note";

type CheckSectionProps = ToldSectionProps & {
  submit: FormAction;
  /** What in it tells who proposes it, to readers who are not told. */
  identified: readonly Identified[];
  /** The published content, when the entry is an edit of it. */
  live: ProjectContent | null;
};

/** The cards of the settings page. */
const PART_OF: Record<OwnSetting, string> = {
  progress: "progress",
  acceptingInterests: "progress",
  textLevel: "levels",
  ownerLevel: "levels",
};

/** What is missing, what others will read, and the button that hands it in. */
export function CheckSection(props: CheckSectionProps) {
  const { entry, locale, submit, live, saying, identified } = props;
  const t = getTranslator(locale, "projects");
  const errors = getTranslator(locale, "errors");
  const { content, projectId, slug, revisionId } = entry;
  const version = String(entry.version);
  const gaps = [...listGaps(content, today()), ...identityGaps(identified)];
  // What is set at once on a published project is no part of an edit.
  const changeAt = (setting: OwnSetting) =>
    path(
      locale,
      live
        ? `/projects/${slug}/settings#${PART_OF[setting]}`
        : `/projects/${slug}/edit?step=practical#field-${setting}`,
    );
  const placeOf = (field: string, section: string) =>
    field === "files"
      ? `/projects/${slug}#files`
      : `/projects/${slug}/edit?step=${section}#field-${field}`;
  const labelOf = (field: string) => {
    const [name, language] = field.split(".");
    const label = name === "files" ? t("files.title") : t(`fields.${name as "title"}`);
    return language ? `${label} (${LOCALE_NAME[language as Locale]})` : label;
  };
  return (
    <Card as="section" labelledBy="section">
      <h2 className="font-semibold text-2xl" id="section">
        {t("steps.check")}
      </h2>
      <p className="mt-1 max-w-measure text-secondary">{t("stepHints.check")}</p>
      {gaps.length > 0 ? (
        <Notice className="mt-6" title={t("editor.gaps", { count: gaps.length })} tone="warning">
          <ul className="space-y-1">
            {gaps.map(({ field, section, code, values }) => (
              <li key={`${field} ${code}`}>
                <a href={path(locale, placeOf(field, section))}>{labelOf(field)}</a>
                {` · ${errors(code, values)}`}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="mt-8 space-y-8">
        {live ? <RevisionChanges live={live} locale={locale} proposed={content} /> : null}
        {live ? (
          <details className="group">
            <summary className="inline-flex min-h-11 items-center gap-2 font-semibold text-link">
              {t("editor.whole")}
              <Icon
                className="size-4.5 transition-transform group-open:rotate-180"
                name="chevron-down"
              />
            </summary>
            <div className="mt-4 space-y-8">
              <EntryReview entry={entry} locale={locale} />
            </div>
          </details>
        ) : (
          <EntryReview entry={entry} locale={locale} />
        )}
        <section aria-labelledby="settings">
          <h3 className="mb-3 font-semibold" id="settings">
            {t("editor.settings")}
          </h3>
          <SettingsReview changeAt={changeAt} content={live ?? content} locale={locale} />
        </section>
        {saying ? (
          <UnnamedNote
            chosen={content}
            locale={locale}
            saying={saying}
            when={(live ?? content).ownerLevel}
          />
        ) : null}
        {gaps.length > 0 || revisionId === "" ? null : (
          <MoveForm
            action={submit}
            hidden={revisionId ? { revisionId, version } : { projectId, version, slug }}
            label={live ? t("editor.submitRevision") : t("editor.submit")}
            locale={locale}
            scope="submit"
          >
            <p className="max-w-measure text-secondary">{t("editor.afterSubmit")}</p>
          </MoveForm>
        )}
      </div>
    </Card>
  );
}
