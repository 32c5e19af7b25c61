import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ROOM_MAX } from "@/lib/rooms/room-limits";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { CONTROL } from "../ui/field-style";
import { FileField } from "./file-field";

type DocumentFormProps = {
  slug: string;
  locale: Locale;
  /** Why the last file was not taken, in words. */
  refusal: string | null;
  /** The document that gets a new version; null for a new document. */
  revised: { id: string; title: string } | null;
};

/** A plain form that carries a file: it works without JavaScript and comes back to this page. */
export function DocumentForm({ slug, locale, refusal, revised }: DocumentFormProps) {
  const t = getTranslator(locale, "rooms");
  return (
    <Card as="section" className="no-print" labelledBy="add">
      <h2 className="mb-4 break-words font-semibold text-lg" id="add">
        {revised ? t("documents.revise", { title: revised.title }) : t("documents.add")}
      </h2>
      <form
        action={`/api/projects/${slug}/room/documents?locale=${locale}`}
        className="space-y-5"
        encType="multipart/form-data"
        method="post"
      >
        {revised ? (
          <input name="documentId" type="hidden" value={revised.id} />
        ) : (
          <div className="space-y-1.5">
            <label className="block font-semibold" htmlFor="document-title">
              {t("documents.name")}
              <span className="ml-1 font-normal text-muted">{formCopy(locale).optional}</span>
            </label>
            <p className="text-muted text-sm" id="document-title-hint">
              {t("documents.nameHint")}
            </p>
            <input
              aria-describedby="document-title-hint"
              className={`${CONTROL} min-h-11`}
              id="document-title"
              maxLength={ROOM_MAX.title}
              name="title"
              type="text"
            />
          </div>
        )}
        <FileField locale={locale} refusal={refusal} />
        <Button type="submit">{t(revised ? "documents.reviseSubmit" : "documents.submit")}</Button>
      </form>
    </Card>
  );
}
