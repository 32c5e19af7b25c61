import "server-only";
import { authorize } from "@/lib/core/errors";
import { readSentFile } from "@/lib/core/files/check-file";
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
  read: async (form) => drawLogo(await readSentFile(form, upload.field, "logoMissing")),
  handle: async (tx, viewer, logo, { slug }) => {
    await setLogo(tx, viewer, { slug, logo });
    return { redirectTo: `/organisations/${slug}/edit#logo`, notice: "logoSaved" };
  },
});
