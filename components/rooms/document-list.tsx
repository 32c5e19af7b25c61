import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { languageByScript } from "@/lib/core/text/foreign-words";
import type { RoomDocument } from "@/lib/rooms/documents.queries";
import { canAddDocument, canRemoveDocument } from "@/lib/rooms/policy";
import type { RoomPage } from "@/lib/rooms/queries";
import { EmptyState } from "../ui/empty-state";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { TitledPart } from "../ui/titled-part";
import { VisuallyHidden } from "../ui/visually-hidden";
import { DocumentVersionLine } from "./document-version-line";
import { roomPath } from "./room-tabs";

type DocumentListProps = {
  documents: RoomDocument[];
  room: RoomPage;
  viewer: Viewer;
  locale: Locale;
  remove: FormAction;
};

/** The documents of a room, each with its newest version and the older ones behind it. */
export function DocumentList(props: DocumentListProps) {
  const { documents, room, locale } = props;
  const t = getTranslator(locale, "rooms");
  if (documents.length === 0) {
    return <EmptyState text={t("documents.empty")} title={t("documents.emptyTitle")} />;
  }
  return (
    <TitledPart id="documents" size="tight" title={t("documents.list")}>
      <ul className="divide-y divide-hairline border-hairline border-y">
        {documents.map((document) => {
          const [newest, ...older] = document.versions;
          return (
            <li className="space-y-2 py-4" key={document.id}>
              <h3
                className="break-words font-semibold"
                dir="auto"
                lang={languageByScript(document.title, locale)}
              >
                {document.title}
              </h3>
              {newest ? (
                <DocumentVersionLine locale={locale} slug={room.slug} version={newest} />
              ) : null}
              {older.length > 0 ? (
                <details>
                  <summary className="inline-flex min-h-9 items-center text-link text-sm pointer-coarse:min-h-11">
                    {t("documents.older", { count: older.length })}
                    <VisuallyHidden>{inBrackets(document.title, locale)}</VisuallyHidden>
                  </summary>
                  <div className="mt-2 space-y-2 border-hairline border-l-2 pl-4">
                    {older.map((version) => (
                      <DocumentVersionLine
                        key={version.id}
                        locale={locale}
                        slug={room.slug}
                        version={version}
                      />
                    ))}
                  </div>
                </details>
              ) : null}
              <DocumentMoves {...props} document={document} />
            </li>
          );
        })}
      </ul>
    </TitledPart>
  );
}

type DocumentMovesProps = DocumentListProps & { document: RoomDocument };

function DocumentMoves({ document, room, viewer, locale, remove }: DocumentMovesProps) {
  const t = getTranslator(locale, "rooms");
  const { id, title } = document;
  if (!canAddDocument(viewer, room)) return null;
  const kind = document.versions[0]?.size === null ? "link" : "document";
  return (
    <div className="no-print flex flex-wrap items-start gap-x-4 gap-y-2">
      {kind === "link" ? null : (
        <a
          className="inline-flex min-h-9 items-center text-sm pointer-coarse:min-h-11"
          href={path(locale, `${roomPath(room.slug, "documents")}#add`, { revise: id })}
        >
          {t("documents.revise", { title })}
        </a>
      )}
      {canRemoveDocument(viewer, room, document) ? (
        <GraveMove
          consequence={t("documents.removeText", { kind, title })}
          label={
            <>
              {t("documents.remove", { kind })}
              <VisuallyHidden>{inBrackets(title, locale)}</VisuallyHidden>
            </>
          }
        >
          <MoveForm
            about={title}
            action={remove}
            hidden={{ documentId: id }}
            label={t("documents.remove", { kind })}
            locale={locale}
            scope={`remove-${id}`}
            variant="danger"
          />
        </GraveMove>
      ) : null}
    </div>
  );
}
