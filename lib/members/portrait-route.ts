import "server-only";
import { VISIBILITIES } from "@/db/enums";
import { AppError, authorize } from "@/lib/core/errors";
import { chosenFile, readSentFile } from "@/lib/core/files/check-file";
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
    const isChosen = chosenFile(form, upload.field) !== null;
    const portrait = isChosen ? await drawPortrait(await readSentFile(form, upload.field)) : null;
    return { level, portrait };
  },
  handle: async (tx, viewer, input) => {
    await setPortrait(tx, viewer, input);
    return { redirectTo: upload.form, notice: "portraitSaved" };
  },
});
