import "server-only";
import { PROJECT_LEVELS } from "@/db/enums";
import { AppError, authorize } from "@/lib/core/errors";
import { checkFile, readSentFile } from "@/lib/core/files/check-file";
import { route } from "@/lib/core/route";
import { isSlug } from "../project-slug";
import { getProjectInSight } from "../queries";
import { attachFile } from "./mutations";
import { canAttachFile } from "./policy";

const pageOf = (slug: string) => `/projects/${slug}#files`;

const levelOf = (sent: unknown) => PROJECT_LEVELS.find((one) => one === sent);

/** Takes the file of the form's field `file`, for the readers of its `level`, as one of the project's at this address. */
export const postFile = route({
  limit: "file",
  tooOften: "fileTooOften",
  home: ({ slug }: { slug: string }) => (isSlug(slug) ? pageOf(slug) : null),
  admit: async (viewer, { slug }) => {
    const project = await getProjectInSight(viewer, slug);
    authorize(project !== null && canAttachFile(viewer, project));
  },
  keep: (_asked, form) => ({ level: levelOf(form?.get("level")) }),
  read: async (form) => {
    const level = levelOf(form.get("level"));
    if (!level) throw new AppError("unreadable");
    return { level, file: await checkFile(await readSentFile(form)) };
  },
  handle: async (tx, viewer, input, { slug }) => {
    await attachFile(tx, viewer, { slug, ...input });
    return { redirectTo: pageOf(slug), notice: "fileAttached" };
  },
});
