import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { stepsOf } from "@/lib/entries/editor-steps";
import { type Noun, pageOf } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import { Icon } from "../ui/icon";

type EditorStepperProps = {
  noun: Noun;
  locale: Locale;
  slug: string;
  current: string;
  /** Sections that hold what they should. */
  complete: readonly string[];
};

/** The sections of the editor as numbered links: each can be opened at any time. */
export function EditorStepper({ noun, locale, slug, current, complete }: EditorStepperProps) {
  const t = getTranslator(locale, "entries");
  const say = nounWords(noun, locale);
  const page = pageOf({ entryKind: noun.kind, slug });
  return (
    <nav
      aria-label={say("editor.steps")}
      className="relative min-w-0 lg:sticky lg:top-6 lg:self-start"
    >
      <ol className="flex flex-wrap gap-1 lg:flex-col">
        {stepsOf(noun.fields).map((step, index) => (
          <li key={step}>
            <a
              {...(step === current && { "aria-current": "step" })}
              className="flex min-h-11 items-center gap-3 rounded-sm px-2 py-2 sm:px-3 text-secondary no-underline hover:bg-subtle focus-visible:-outline-offset-2 aria-[current=step]:bg-chip aria-[current=step]:font-semibold aria-[current=step]:text-ink"
              href={path(locale, `${page}/edit`, { step })}
            >
              <span className="flex size-6 shrink-0 items-center justify-center rounded-full border border-input-border text-sm tabular-nums">
                {complete.includes(step) ? (
                  <Icon className="size-4.5 text-success" name="check" />
                ) : (
                  index + 1
                )}
              </span>
              <span className={step === current ? "" : "max-sm:sr-only"}>
                {step === "check" ? t("editor.check") : say(`steps.${step}`)}
              </span>
              {complete.includes(step) ? (
                <span className="sr-only">{t("editor.stepComplete")}</span>
              ) : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
