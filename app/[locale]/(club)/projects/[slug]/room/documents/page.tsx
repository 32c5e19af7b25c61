import { DocumentForm } from "@/components/rooms/document-form";
import { DocumentList } from "@/components/rooms/document-list";
import { LinkForm } from "@/components/rooms/link-form";
import { RoomFrame } from "@/components/rooms/room-frame";
import { flashRefusal } from "@/lib/core/auth/flash";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { countGraphemes } from "@/lib/core/text/fields";
import { addLinkAction, removeDocumentAction } from "@/lib/rooms/actions";
import { isDocumentRefusal, isTitleRefusal } from "@/lib/rooms/document-refusals";
import { listDocuments } from "@/lib/rooms/documents.queries";
import { canAddDocument } from "@/lib/rooms/policy";
import { ROOM_MAX } from "@/lib/rooms/room-limits";
import { readRoom, roomMetadata } from "../read-room";

export const generateMetadata = ({ params }: PageProps<"slug">) =>
  roomMetadata(params, "documents");

/** What the address of a form that came back tells (`?refused=tooLong&title=…`). */
async function refusalOf(
  code: unknown,
  title: unknown,
  reader: { locale: Locale; viewer: Viewer },
) {
  const typedTitle = typeof title === "string" ? title : "";
  const values = { most: ROOM_MAX.title, typed: countGraphemes(typedTitle) };
  const words = await flashRefusal(code, isDocumentRefusal, { ...reader, values });
  if (words === null) return null;
  return {
    words,
    at: isTitleRefusal(code) ? ("title" as const) : ("file" as const),
    typedTitle,
  };
}

export default async function DocumentsPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { revise, refused, title } = await searchParams;
  const { viewer, room } = await readRoom(locale, (await params).slug, "documents");
  const documents = await listDocuments(viewer, room.id, locale);
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
          <div className="min-w-0 space-y-6">
            <DocumentForm
              locale={locale}
              refused={await refusalOf(refused, title, { locale, viewer })}
              revised={documents.find(({ id }) => id === revise) ?? null}
              slug={room.slug}
            />
            <LinkForm action={addLinkAction} locale={locale} roomId={room.id} />
          </div>
        ) : null}
      </div>
    </RoomFrame>
  );
}
