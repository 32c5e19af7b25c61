import type { DeskKind } from "@/db/enums";
import { formatInstant } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { languageByScript } from "@/lib/core/text/foreign-words";
import type { Desk } from "@/lib/moderation/desk.queries";
import { PersonWords } from "../ui/person-words";
import { NoteForm } from "./note-form";

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
              <PersonWords
                words={t("notes.by", { name: author, date: formatInstant(createdAt, locale) })}
              />
            </p>
            <blockquote
              className="mt-1 whitespace-pre-line break-words border-hairline border-l-2 pl-4"
              dir="auto"
              lang={languageByScript(words)}
            >
              {words}
            </blockquote>
          </li>
        ))}
      </ol>
      <NoteForm
        action={action}
        hidden={item}
        hint={getTranslator(locale, "admin")("desk.noteHint")}
        locale={locale}
      />
    </section>
  );
}
