import { formatDay, formatTime, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

export type AutosaveCopy = {
  /** "Saved at 14:02", as the server says it. */
  saved: string;
  changed: string;
  saving: string;
  unreachable: string;
  refused: string;
  compare: string;
  /** Why nothing can be kept any more from this page. */
  outdated: string;
};

/** The words of `<AutosaveNote>`; `savedAt` is null as long as nothing was kept. */
export function autosaveCopy(savedAt: Date | null, locale: Locale): AutosaveCopy {
  const t = getTranslator(locale, "ui");
  return {
    saved: savedWords(savedAt, locale),
    changed: t("autosave.changed"),
    saving: t("autosave.saving"),
    unreachable: t("autosave.unreachable"),
    refused: t("autosave.refused"),
    compare: t("autosave.compare"),
    outdated: getTranslator(locale, "errors")("formOutdated"),
  };
}

/** When it was last kept: the time if today, else the day. */
function savedWords(savedAt: Date | null, locale: Locale): string {
  const t = getTranslator(locale, "ui");
  if (!savedAt) return t("autosave.notBegun");
  if (today(savedAt) !== today()) return t("autosave.savedOn", { day: formatDay(savedAt, locale) });
  return t("autosave.saved", { time: formatTime(savedAt, locale) });
}
