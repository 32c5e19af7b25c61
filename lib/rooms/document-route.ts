import "server-only";
import { AppError, authorize } from "@/lib/core/errors";
import { checkFile, readSentFile } from "@/lib/core/files/check-file";
import { DEFAULT_LOCALE } from "@/lib/core/i18n/locales";
import { route } from "@/lib/core/route";
import { rowId } from "@/lib/core/text/fields";
import { typedIn } from "@/lib/core/text/read-form";
import upload from "./document.upload.json" with { type: "json" };
import { isTitleRefusal } from "./document-refusals";
import { addDocument, reviseDocument } from "./documents.mutations";
import { findRoomId } from "./documents.queries";
import { canAddDocument } from "./policy";
import { getRoom } from "./queries";
import { documentFields } from "./schema";

const pageOf = (slug: string) => `/projects/${slug}/room/documents`;

/**
 * Takes the file of the form's field `file` as a new document of the room, or as a version of the one that the form's
 * address names (`?revise=…`).
 */
export const postDocument = route({
  upload,
  limit: "file",
  tooOften: "fileTooOften",
  admit: async (viewer, { slug }) => {
    const room = await getRoom(viewer, slug, DEFAULT_LOCALE);
    authorize(room !== null);
    authorize(!room.isClosed, "roomClosed");
    authorize(canAddDocument(viewer, room), "roleReadsOnly");
  },
  keep: (asked, form) => ({
    revise: rowId.safeParse(asked.get("revise")).data,
    title: typedIn(form, "title"),
  }),
  read: async (form, asked) => {
    const fields = documentFields.safeParse({
      title: form.get("title") ?? undefined,
      documentId: asked.get("revise") ?? undefined,
    });
    if (!fields.success) {
      const [issue] = fields.error.issues;
      if (isTitleRefusal(issue?.message)) throw new AppError(issue.message, { field: "title" });
      throw new AppError("unreadable");
    }
    return {
      ...fields.data,
      file: await checkFile(await readSentFile(form, upload.field), { takesOffice: true }),
    };
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
