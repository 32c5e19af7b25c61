import "server-only";
import { AppError, authorize } from "@/lib/core/errors";
import { route } from "@/lib/core/route";
import { drawLogo } from "./draw-logo";
import { setLogo } from "./logos.mutations";
import { isSlug } from "./organisation-slug";
import { getOrganisation } from "./queries";

const pageOf = (slug: string) => `/organisations/${slug}/edit#logo`;

/** Takes the picture of the form's field `logo` as the logo of the organisation at this address. */
export const postLogo = route({
  limit: "logo",
  tooOften: "logoTooOften",
  home: ({ slug }: { slug: string }) => (isSlug(slug) ? pageOf(slug) : null),
  admit: async (viewer, { slug }) => {
    const organisation = await getOrganisation(viewer, slug);
    authorize(organisation?.canEdit === true);
  },
  read: async (form) => {
    const file = form.get("logo");
    const isFile = file instanceof File && file.size > 0;
    if (!isFile) throw new AppError("logoMissing", { field: "logo" });
    return drawLogo({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
  },
  handle: async (tx, viewer, logo, { slug }) => {
    await setLogo(tx, viewer, { slug, logo });
    return { redirectTo: pageOf(slug), notice: "logoSaved" };
  },
});
