import type { Locale } from "@/lib/core/i18n/locales";
import { countWords, errorWords } from "@/lib/jobs/job-words";
import type { JobRun } from "@/lib/jobs/queries";

type RunResultProps = { locale: Locale; run: JobRun };

/** What a run did in words, or the kind of error that ended it. */
export function RunResult({ locale, run }: RunResultProps) {
  if (run.error) {
    return (
      <span className="break-words text-danger">
        {errorWords({ task: run.task, error: run.error }, locale)}
      </span>
    );
  }
  const sentences = countWords(run.counts, locale);
  if (sentences.length === 0) return "–";
  return sentences.map((sentence) => (
    <span className="block" key={sentence}>
      {sentence}
    </span>
  ));
}
