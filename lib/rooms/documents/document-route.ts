import "server-only";
import { AppError, authorize } from "@/lib/core/errors";
import { checkFile, readSentFile } from "@/lib/core/files/check-file";
import { DEFAULT_LOCALE } from "@/lib/core/i18n/locales";
import { route } from "@/lib/core/route";
import { isSlug } from "@/lib/projects/project-slug";
import { canAddDocument } from "../policy";
import { getRoom } from "../queries";
import { documentFields } from "../schema";
import { addDocument, reviseDocument } from "./mutations";
import { findRoomId } from "./queries";

const pageOf = (slug: string) => `/projects/${slug}/room/documents`;

/** Takes the file of the form's field `file` as a new document of the room, or as a version of its `documentId`. */
export const postDocument = route({
  limit: "file",
  tooOften: "fileTooOften",
  home: ({ slug }: { slug: string }) => (isSlug(slug) ? `${pageOf(slug)}#add` : null),
  admit: async (viewer, { slug }) => {
    const room = await getRoom(viewer, slug, DEFAULT_LOCALE);
    authorize(room !== null);
    authorize(!room.isClosed, "roomClosed");
    authorize(canAddDocument(viewer, room), "roleReadsOnly");
  },
  read: async (form) => {
    const fields = documentFields.safeParse({
      title: form.get("title") ?? undefined,
      documentId: form.get("documentId") ?? undefined,
    });
    if (!fields.success) {
      const [issue] = fields.error.issues;
      throw new AppError(issue?.message === "tooLong" ? "tooLong" : "unreadable");
    }
    return { ...fields.data, file: await checkFile(await readSentFile(form)) };
  },
  handle: async (tx, viewer, { title, documentId, file }, { slug }) => {
    const roomId = await findRoomId(tx, viewer, slug);
    if (documentId !== "") {
      await reviseDocument(tx, viewer, { roomId, documentId, file });
      return { redirectTo: pageOf(slug), notice: "roomDocumentRevised" };
    }
    const named = title || file.name.replace(/\.[^.]*$/, "");
    await addDocument(tx, viewer, { roomId, title: named, file });
    return { redirectTo: pageOf(slug), notice: "roomDocumentAdded" };
  },
});
