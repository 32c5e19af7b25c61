import "server-only";
import { AppError, authorize } from "@/lib/core/errors";
import { route } from "@/lib/core/route";
import { drawLogo } from "./draw-logo";
import upload from "./logo.upload.json" with { type: "json" };
import { setLogo } from "./logos.mutations";
import { getOrganisation } from "./queries";

/** Takes the picture of the form's field `logo` as the logo of the organisation at this address. */
export const postLogo = route({
  upload,
  limit: "logo",
  tooOften: "logoTooOften",
  admit: async (viewer, { slug }) => {
    const organisation = await getOrganisation(viewer, slug);
    authorize(organisation?.canEdit === true);
  },
  read: async (form) => {
    const file = form.get(upload.field);
    const isFile = file instanceof File && file.size > 0;
    if (!isFile) throw new AppError("logoMissing", { field: "logo" });
    return drawLogo({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
  },
  handle: async (tx, viewer, logo, { slug }) => {
    await setLogo(tx, viewer, { slug, logo });
    return { redirectTo: `/organisations/${slug}/edit#logo`, notice: "logoSaved" };
  },
});
