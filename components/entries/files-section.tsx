import { ENTRY_LEVELS, type EntryLevel } from "@/db/enums";
import { shownSize } from "@/lib/core/files/file-name";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { FILES_AN_ENTRY } from "@/lib/entries/files/file-limits";
import type { FilesPage } from "@/lib/entries/files/queries";
import { type EntryPlace, pageOf } from "@/lib/entries/noun";
import { MoveForm } from "../ui/move-form";
import { VisuallyHidden } from "../ui/visually-hidden";
import { AttachForm } from "./attach-form";

/** Where a kind knows no acceptance, every reader of the text opens them. */
type FileActions = { remove: FormAction; setLevel?: FormAction };

type FilesSectionProps = {
  page: FilesPage;
  entry: EntryPlace;
  /** Why the last file was not taken, in words. */
  refusal: string | null;
  /** Whom it was for. */
  level?: EntryLevel;
  /** Null where nobody changes anything. */
  actions: FileActions | null;
  locale: Locale;
};

/** What is attached to an entry; its owner adds, removes and says who opens it. */
export function FilesSection(props: FilesSectionProps) {
  const { page, entry, refusal, level, actions, locale } = props;
  const t = getTranslator(locale, "entries");
  const { files, hidden, canAttach } = page;
  const isEmpty = files.length + hidden === 0;
  if (isEmpty && !canAttach) return null;
  return (
    <section aria-labelledby="files" className={`mt-12 scroll-mt-24 ${isEmpty ? "no-print" : ""}`}>
      <h2 className="mb-4 scroll-mt-24 font-semibold text-2xl" id="files">
        {t("files.title")}
      </h2>
      {files.length > 0 ? (
        <ul className="divide-y divide-hairline border-hairline border-y">
          {files.map((file) => (
            <li
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3"
              key={file.id}
            >
              <div className="min-w-0">
                <a
                  className="wrap-anywhere font-semibold"
                  dir="auto"
                  download={file.name}
                  href={`/api${pageOf(entry)}/files/${file.id}`}
                >
                  {file.name}
                </a>
                <p className="text-muted text-sm">
                  {t(file.kind === "image" ? "files.image" : "files.pdf", shownSize(file.size))}
                  {file.level === "contacts" ? ` · ${t("levels.contacts")}` : null}
                </p>
              </div>
              {canAttach && actions ? (
                <FileMoves actions={actions} file={file} locale={locale} />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {hidden > 0 ? (
        <p className="mt-3 text-secondary">{t("files.hidden", { count: hidden })}</p>
      ) : null}
      {canAttach && files.length < FILES_AN_ENTRY ? (
        <AttachForm
          entry={entry}
          level={level}
          levels={actions?.setLevel ? ENTRY_LEVELS : ["members"]}
          locale={locale}
          refusal={refusal}
        />
      ) : null}
    </section>
  );
}

type FileMovesProps = {
  file: FilesPage["files"][number];
  actions: FileActions;
  locale: Locale;
};

/** The other level and the way out, each one click. */
function FileMoves({ file, actions, locale }: FileMovesProps) {
  const t = getTranslator(locale, "entries");
  const { id, name, level } = file;
  const isOpen = level === "members";
  return (
    <div className="no-print flex flex-wrap gap-x-2">
      {actions.setLevel ? (
        <MoveForm
          action={actions.setLevel}
          hidden={{ fileId: id, before: level, level: isOpen ? "contacts" : "members" }}
          label={
            <>
              {t(isOpen ? "files.toContacts" : "files.toMembers")}
              <VisuallyHidden>{inBrackets(name, locale)}</VisuallyHidden>
            </>
          }
          locale={locale}
          scope={`level-${id}`}
          size="small"
          variant="quiet"
        />
      ) : null}
      <MoveForm
        action={actions.remove}
        hidden={{ fileId: id }}
        label={t("files.remove", { name })}
        locale={locale}
        scope={`file-${id}`}
        size="small"
        variant="quiet"
      />
    </div>
  );
}
