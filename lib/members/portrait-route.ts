import "server-only";
import { VISIBILITIES } from "@/db/enums";
import { AppError, authorize } from "@/lib/core/errors";
import { readSentFile } from "@/lib/core/files/check-file";
import { route } from "@/lib/core/route";
import { drawPortrait } from "./draw-portrait";
import upload from "./portrait.upload.json" with { type: "json" };
import { setPortrait } from "./portraits.mutations";

/** Takes the picture of the form's field `portrait` as the sender's own, and who sees it; without one, only the latter. */
export const postPortrait = route({
  upload,
  limit: "portrait",
  tooOften: "portraitTooOften",
  admit: async (viewer, { slug }) => authorize(viewer.memberSlug === slug),
  read: async (form) => {
    const level = VISIBILITIES.find((one) => one === form.get("visibility.portrait"));
    if (!level) throw new AppError("unreadable");
    const file = form.get(upload.field);
    // A file that is chosen and empty is no picture; a browser sends what was not chosen without a name.
    const isSent = file instanceof File && (file.size > 0 || file.name !== "");
    const sent = isSent && (await readSentFile(form, upload.field, "portraitNotAPicture"));
    const portrait = sent ? await drawPortrait(sent) : null;
    return { level, portrait };
  },
  handle: async (tx, viewer, input) => {
    await setPortrait(tx, viewer, input);
    return { redirectTo: upload.form, notice: "portraitSaved" };
  },
});
