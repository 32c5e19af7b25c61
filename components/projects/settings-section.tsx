import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Saying } from "@/lib/directory/crowd.queries";
import { type OwnSetting, PROJECT, type ProjectContent } from "@/lib/projects/project";
import { SettingsReview } from "./settings-review";
import { UnnamedNote } from "./unnamed-note";

type SettingsSectionProps = {
  chosen: ProjectContent;
  settings: ProjectContent;
  /** What is set at once on a published project is no part of an edit. */
  isEdit: boolean;
  saying: Saying | null;
  slug: string;
  locale: Locale;
};

/** Before it is handed in: how far the project is, who reads what of it, and what is shown without the owner's name. */
export function SettingsSection(props: SettingsSectionProps) {
  const { chosen, settings, isEdit, saying, slug, locale } = props;
  const changeAt = (setting: OwnSetting) => {
    // The cards of the settings page.
    const card = PROJECT[setting].section === "levels" ? "levels" : "progress";
    const place = isEdit ? `settings#${card}` : `edit?step=practical#field-${setting}`;
    return path(locale, `/projects/${slug}/${place}`);
  };
  return (
    <>
      <section aria-labelledby="settings">
        <h3 className="mb-3 font-semibold" id="settings">
          {getTranslator(locale, "projects")("editor.settings")}
        </h3>
        <SettingsReview changeAt={changeAt} content={settings} locale={locale} />
      </section>
      {saying ? (
        <UnnamedNote chosen={chosen} locale={locale} saying={saying} when={settings.ownerLevel} />
      ) : null}
    </>
  );
}
