import { PROJECT_LEVELS } from "@/db/enums";
import { megabytes } from "@/lib/core/files/file-name";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FILES_A_PROJECT } from "@/lib/projects/files/file-limits";
import type { FilesPage } from "@/lib/projects/files/queries";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { ChoiceRow } from "../ui/choice-row";
import { FieldError } from "../ui/field-error";
import { CONTROL } from "../ui/field-style";
import { MoveForm } from "../ui/move-form";

type FilesSectionProps = {
  page: FilesPage;
  slug: string;
  /** Why the last file was not taken, in words. */
  refusal: string | null;
  remove: FormAction;
  locale: Locale;
};

/** What is attached to a project; its owner adds and removes. */
export function FilesSection({ page, slug, refusal, remove, locale }: FilesSectionProps) {
  const t = getTranslator(locale, "projects");
  const { files, hidden, canAttach } = page;
  if (files.length + hidden === 0 && !canAttach) return null;
  return (
    <section aria-labelledby="files" className="mt-12 scroll-mt-24">
      <h2 className="mb-4 font-semibold text-2xl" id="files">
        {t("files.title")}
      </h2>
      {files.length > 0 ? (
        <ul className="divide-y divide-hairline border-hairline border-y">
          {files.map(({ id, name, kind, level, size }) => (
            <li
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3"
              key={id}
            >
              <div className="min-w-0">
                <a
                  className="wrap-anywhere font-semibold"
                  dir="auto"
                  download={name}
                  href={`/api/projects/${slug}/files/${id}`}
                >
                  {name}
                </a>
                <p className="text-muted text-sm">
                  {t(`files.${kind}`, { size: megabytes(size) })}
                  {level === "contacts" ? ` · ${t("levels.contacts")}` : null}
                </p>
              </div>
              {canAttach ? (
                <MoveForm
                  action={remove}
                  hidden={{ slug, fileId: id }}
                  label={t("files.remove", { name })}
                  locale={locale}
                  scope={`file-${id}`}
                  variant="quiet"
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {hidden > 0 ? (
        <p className="mt-3 text-secondary">{t("files.hidden", { count: hidden })}</p>
      ) : null}
      {canAttach && files.length < FILES_A_PROJECT ? (
        <AttachForm locale={locale} refusal={refusal} slug={slug} />
      ) : null}
    </section>
  );
}

/** A plain form that carries a file: it works without JavaScript and comes back to this page. */
function AttachForm({
  slug,
  refusal,
  locale,
}: Pick<FilesSectionProps, "slug" | "refusal" | "locale">) {
  const t = getTranslator(locale, "projects");
  return (
    <Card className="no-print mt-4">
      <form
        action={`/api/projects/${slug}/files?locale=${locale}`}
        className="space-y-4"
        encType="multipart/form-data"
        method="post"
      >
        <div className="space-y-1.5">
          <label className="block font-semibold" htmlFor="project-file">
            {t("files.add")}
          </label>
          <p className="text-muted text-sm" id="project-file-hint">
            {t("files.hint", { most: FILES_A_PROJECT })}
          </p>
          <FieldError error={refusal ?? undefined} id="project-file-error" />
          <input
            accept=".pdf,.png,.jpg,.jpeg,.webp"
            aria-describedby={`project-file-hint${refusal ? " project-file-error" : ""}`}
            aria-invalid={refusal ? true : undefined}
            className={`${CONTROL} min-h-11`}
            id="project-file"
            name="file"
            required
            type="file"
          />
        </div>
        <fieldset>
          <legend className="mb-1 font-semibold">{t("files.level")}</legend>
          {PROJECT_LEVELS.map((level) => (
            <ChoiceRow
              defaultChecked={level === "members"}
              id={`project-file-${level}`}
              key={level}
              label={t(`files.levels.${level}`)}
              name="level"
              required
              type="radio"
              value={level}
            />
          ))}
        </fieldset>
        <Button type="submit" variant="secondary">
          {t("files.send")}
        </Button>
      </form>
    </Card>
  );
}
