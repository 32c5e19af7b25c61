import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { interestOpenness } from "@/lib/projects/interest-openness";
import type { OwnSetting, ProjectContent } from "@/lib/projects/project";
import { DefinitionList } from "../ui/definition-list";

type SettingsReviewProps = {
  content: Pick<ProjectContent, OwnSetting | "deadline">;
  locale: Locale;
  /** Where each is changed; left out for readers who change nothing. */
  changeAt?: (setting: OwnSetting) => string;
};

/** How far the project is, whether interests are taken, who reads its text and who sees its owner's name. */
export function SettingsReview({ content, locale, changeAt }: SettingsReviewProps) {
  const t = getTranslator(locale, "projects");
  const entries = getTranslator(locale, "entries");
  const settings: [OwnSetting, string][] = [
    ["progress", getTranslator(locale, "enums")(`progress.${content.progress}`)],
    ["acceptingInterests", t(`interests.${interestOpenness(content, today())}`)],
    ["textLevel", entries(`levels.${content.textLevel}`)],
    ["ownerLevel", entries(`levels.${content.ownerLevel}`)],
  ];
  return (
    <DefinitionList
      items={settings.map(([setting, words]) => ({
        term: t(`facts.${setting}`),
        value: changeAt ? (
          <span className="flex flex-wrap items-baseline gap-x-4">
            {words}
            <a className="py-1 text-sm pointer-coarse:py-2.5" href={changeAt(setting)}>
              {entries("editor.change", { field: t(`facts.${setting}`) })}
            </a>
          </span>
        ) : (
          words
        ),
      }))}
    />
  );
}
