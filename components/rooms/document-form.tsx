import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { FileChoice } from "../ui/file-choice";
import { FileRefusal } from "../ui/file-refusal";
import { FormKey } from "../ui/form-key";
import { SendFile } from "../ui/send-file";
import { DocumentTitleField } from "./document-title-field";

type DocumentFormProps = {
  slug: string;
  locale: Locale;
  /** Why the last one was not taken, in words, and the title that was typed for it. */
  refused: { words: string; at: "title" | "file"; typedTitle: string } | null;
  /** The document that gets a new version; null for a new document. */
  revised: { id: string; title: string } | null;
};

/** A plain form that carries a file: it works without JavaScript and comes back to this page. */
export function DocumentForm({ slug, locale, refused, revised }: DocumentFormProps) {
  const t = getTranslator(locale, "rooms");
  const refusalAt = (field: "title" | "file") => (refused?.at === field ? refused.words : null);
  // The document stands in the address: it is known even where nothing else of the form could be read.
  const about = revised ? `&revise=${revised.id}` : "";
  return (
    <Card as="section" className="no-print" labelledBy="add">
      <h2 className="mb-4 break-words font-semibold text-lg" id="add">
        {revised ? t("documents.revise", { title: revised.title }) : t("documents.add")}
      </h2>
      <form
        action={`/api/projects/${slug}/room/documents?locale=${locale}${about}`}
        className="space-y-5"
        encType="multipart/form-data"
        method="post"
      >
        <FormKey />
        <FileRefusal
          fieldId={`document-${refused?.at ?? "file"}`}
          label={t(refused?.at === "title" ? "documents.name" : "documents.file")}
          locale={locale}
          words={refused?.words ?? null}
        />
        {revised ? null : (
          <DocumentTitleField
            locale={locale}
            refusal={refusalAt("title")}
            typed={refused?.typedTitle ?? ""}
          />
        )}
        <FileChoice
          again={refused?.at === "title" ? t("documents.chooseAgain") : undefined}
          hint={t("documents.hint")}
          id="document"
          label={t("documents.file")}
          name="file"
          refusal={refusalAt("file")}
          takesOffice
          takesPdf
        />
        <SendFile copy={formCopy(locale)}>
          {t(revised ? "documents.reviseSubmit" : "documents.submit")}
        </SendFile>
      </form>
    </Card>
  );
}
