import "server-only";
import { ENTRY_LEVELS, type EntryLevel } from "@/db/enums";
import { AppError, authorize } from "@/lib/core/errors";
import { type CheckedFile, checkFile, readSentFile } from "@/lib/core/files/check-file";
import type { Upload } from "@/lib/core/files/upload";
import type { Route } from "@/lib/core/route";
import { pageOf } from "../noun";
import type { NounVerbs } from "../noun-verbs";
import { attachFile } from "./mutations";
import { canAttachFile } from "./policy";
import { getFiled } from "./queries";

const levelOf = (sent: unknown) => ENTRY_LEVELS.find((one) => one === sent);

/** What the route of a kind does: takes the file of the form's field `file`, for the readers of its `level`. */
export const fileUpload = (
  noun: NounVerbs,
  upload: Upload,
): Route<{ level: EntryLevel; file: CheckedFile }> => ({
  upload,
  limit: "file",
  tooOften: "fileTooOften",
  admit: async (viewer, { slug }) => {
    const entry = await getFiled(viewer, noun, slug);
    authorize(entry !== null && canAttachFile(viewer, entry));
  },
  keep: (_asked, form) => ({ level: levelOf(form?.get("level")) }),
  read: async (form) => {
    const level = levelOf(form.get("level"));
    if (!level) throw new AppError("unreadable");
    return { level, file: await checkFile(await readSentFile(form, upload.field)) };
  },
  handle: async (tx, viewer, input, { slug }) => {
    await attachFile(tx, viewer, noun, { slug, ...input });
    const to = pageOf({ entryKind: noun.kind, slug });
    return { redirectTo: `${to}#files`, notice: "fileAttached" };
  },
});
