import { MINUTE_MS } from "../core/dates";
import { CATALOGUES } from "../core/i18n/catalogues";
import type { Locale } from "../core/i18n/locales";
import { getTranslator } from "../core/i18n/translator";
import { type PlannedTask, STOPPED_FOR_SHARE } from "../core/jobs/planned-task";

/** Every planned job, in the order that pages show them. */
export const PLANNED_TASKS = Object.keys(CATALOGUES.en.jobs.tasks) as PlannedTask[];

/** Whether a name of the queue is a planned job; others are queued by what people do. */
export function isPlannedTask(name: string): name is PlannedTask {
  return (PLANNED_TASKS as string[]).includes(name);
}

/** A job in words of the reader's language; its name when the catalogue does not know it. */
export function taskWords(task: string, locale: Locale): string {
  const t = getTranslator(locale, "jobs");
  for (const key of [`tasks.${task}`, `queued.${task}`]) {
    if (t.has(key as "tasks.sweep")) return t(key as "tasks.sweep");
  }
  return task;
}

/** What a run did, one sentence a number: "3 warnings sent". Failures are told when there are any. */
export function countWords(counts: Record<string, number>, locale: Locale): string[] {
  const t = getTranslator(locale, "jobs");
  return Object.entries(counts).flatMap(([name, count]) => {
    const key = `counts.${name}` as "counts.asked";
    return t.has(key) && (count > 0 || name !== "failed") ? [t(key, { count })] : [];
  });
}

const STOPPED = new RegExp(`^${STOPPED_FOR_SHARE} (\\d+)/(\\d+)$`);

/** What ended a run, in words: the kind of an error, or the share for which a job stopped. */
export function errorWords(
  { task, error }: { task: string; error: string },
  locale: Locale,
): string {
  const t = getTranslator(locale, "jobs");
  const [, count, all] = error.match(STOPPED) ?? [];
  if (!count) return t("error", { kind: error });
  return t("stopped", { count: Number(count), all: Number(all), task });
}

/** How long something took, in words: `340 ms`, `2,5 s`, `3 min`. */
export function durationWords(ms: number, locale: Locale): string {
  const t = getTranslator(locale, "jobs");
  if (ms < 1000) return t("duration.ms", { ms });
  if (ms < MINUTE_MS) return t("duration.seconds", { seconds: Math.round(ms / 100) / 10 });
  return t("duration.minutes", { minutes: Math.round(ms / MINUTE_MS) });
}
