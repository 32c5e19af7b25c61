import { LANGUAGE_TAG, LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { diffCopy } from "@/lib/core/i18n/ui-copy";
import type { ProjectContent } from "@/lib/projects/project";
import { listChoiceChanges, listTextChanges } from "@/lib/projects/revision-changes";
import { DiffText } from "../ui/diff-text";

type RevisionChangesProps = { locale: Locale; live: ProjectContent; proposed: ProjectContent };

/** What an edit changes in the published project, word by word and choice by choice. */
export function RevisionChanges({ locale, live, proposed }: RevisionChangesProps) {
  const t = getTranslator(locale, "projects");
  const texts = listTextChanges(live, proposed);
  const choices = listChoiceChanges(live, proposed, locale);
  if (texts.length + choices.length === 0) return <p>{t("revision.noChange")}</p>;
  return (
    <div className="space-y-6">
      {texts.map(({ field, language, parts }) => (
        <section key={`${field}.${language}`}>
          <h3 className="mb-1.5 font-semibold">
            {t(`fields.${field}`)}{" "}
            <span className="font-normal text-muted text-sm" lang={LANGUAGE_TAG[language]}>
              {LOCALE_NAME[language]}
            </span>
          </h3>
          <DiffText copy={diffCopy(locale)} lang={LANGUAGE_TAG[language]} parts={parts} />
        </section>
      ))}
      {choices.map(({ field, before, after }) => (
        <section key={field}>
          <h3 className="mb-1.5 font-semibold">{t(`facts.${field}`)}</h3>
          <DiffText
            copy={diffCopy(locale)}
            parts={[
              { value: before || t("revision.nothing"), removed: true },
              { value: " → " },
              { value: after || t("revision.nothing"), added: true },
            ]}
          />
        </section>
      ))}
    </div>
  );
}
