import { randomUUID } from "node:crypto";
import type { DeskKind } from "@/db/enums";
import { formatInstant } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Desk } from "@/lib/moderation/desk.queries";
import { WORDS_MAX } from "@/lib/moderation/words-limit";
import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type TeamNotesProps = {
  locale: Locale;
  item: { kind: DeskKind; id: string };
  notes: NonNullable<Desk["notes"]>;
  action: FormAction;
};

/** What the club team has noted for itself, oldest first, and a form for more. */
export function TeamNotes({ locale, item, notes, action }: TeamNotesProps) {
  const t = getTranslator(locale, "vetting");
  return (
    <section aria-labelledby="notes" className="space-y-4">
      <h2 className="font-semibold text-lg" id="notes">
        {t("notes.title")}
      </h2>
      {notes.length === 0 ? <p className="text-muted">{t("notes.empty")}</p> : null}
      <ol className="space-y-5">
        {notes.map(({ id, words, author, createdAt }) => (
          <li key={id}>
            <p className="text-muted text-sm">
              {t("notes.by", { name: author, date: formatInstant(createdAt, locale) })}
            </p>
            <blockquote
              className="mt-1 whitespace-pre-line break-words border-hairline border-l-2 pl-4"
              dir="auto"
            >
              {words}
            </blockquote>
          </li>
        ))}
      </ol>
      <ActionForm
        action={action}
        className="space-y-4"
        copy={formCopy(locale)}
        hidden={item}
        idempotencyKey={randomUUID()}
        locale={locale}
        scope="note"
      >
        <TextField
          hint={getTranslator(locale, "admin")("desk.noteHint")}
          label={t("notes.words")}
          maxLength={WORDS_MAX}
          name="words"
          required
          rows={3}
        />
        <SubmitButton variant="secondary">{t("notes.submit")}</SubmitButton>
      </ActionForm>
    </section>
  );
}
