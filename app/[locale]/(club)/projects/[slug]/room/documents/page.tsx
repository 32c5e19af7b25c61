import { DocumentForm } from "@/components/rooms/document-form";
import { DocumentList } from "@/components/rooms/document-list";
import { RoomFrame } from "@/components/rooms/room-frame";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { removeDocumentAction } from "@/lib/rooms/actions";
import { listDocuments } from "@/lib/rooms/documents/queries";
import { isDocumentRefusal } from "@/lib/rooms/documents/refusals";
import { canAddDocument } from "@/lib/rooms/policy";
import { type RoomParams, readRoom, roomMetadata } from "../read-room";

type DocumentsPageProps = {
  params: RoomParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = ({ params }: DocumentsPageProps) =>
  roomMetadata(params, "documents");

export default async function DocumentsPage({ params, searchParams }: DocumentsPageProps) {
  const locale = await pageLocale(params);
  const { revise, refused } = await searchParams;
  const { viewer, room } = await readRoom(locale, (await params).slug, "documents");
  const documents = await listDocuments(viewer, room.id, locale);
  const errors = getTranslator(locale, "errors");
  return (
    <RoomFrame locale={locale} room={room} tab="documents" viewer={viewer}>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
        <div className="min-w-0">
          <DocumentList
            documents={documents}
            locale={locale}
            remove={removeDocumentAction}
            room={room}
            viewer={viewer}
          />
        </div>
        {canAddDocument(viewer, room) ? (
          <DocumentForm
            locale={locale}
            refusal={isDocumentRefusal(refused) ? errors(refused) : null}
            revised={documents.find(({ id }) => id === revise) ?? null}
            slug={room.slug}
          />
        ) : null}
      </div>
    </RoomFrame>
  );
}
