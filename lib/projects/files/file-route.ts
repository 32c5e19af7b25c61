import "server-only";
import { ENTRY_LEVELS } from "@/db/enums";
import { AppError, authorize } from "@/lib/core/errors";
import { checkFile, readSentFile } from "@/lib/core/files/check-file";
import { route } from "@/lib/core/route";
import { getProjectInSight } from "../sight.queries";
import upload from "./file.upload.json" with { type: "json" };
import { attachFile } from "./mutations";
import { canAttachFile } from "./policy";

const levelOf = (sent: unknown) => ENTRY_LEVELS.find((one) => one === sent);

/** Takes the file of the form's field `file`, for the readers of its `level`, as one of the project's at this address. */
export const postFile = route({
  upload,
  limit: "file",
  tooOften: "fileTooOften",
  admit: async (viewer, { slug }) => {
    const project = await getProjectInSight(viewer, slug);
    authorize(project !== null && canAttachFile(viewer, project));
  },
  keep: (_asked, form) => ({ level: levelOf(form?.get("level")) }),
  read: async (form) => {
    const level = levelOf(form.get("level"));
    if (!level) throw new AppError("unreadable");
    return { level, file: await checkFile(await readSentFile(form, upload.field)) };
  },
  handle: async (tx, viewer, input, { slug }) => {
    await attachFile(tx, viewer, { slug, ...input });
    return { redirectTo: `/projects/${slug}#files`, notice: "fileAttached" };
  },
});
