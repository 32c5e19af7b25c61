"use server";

import { memberAction } from "@/lib/core/action";
import { spend } from "@/lib/core/auth/rate-limit";
import { getViewer } from "@/lib/core/auth/viewer";
import { AppError } from "@/lib/core/errors";
import { latinLanguage } from "@/lib/core/i18n/localized-text";
import { removeLogo } from "./logos.mutations";
import {
  createOrganisation,
  keepOrganisationName,
  removeOrganisation,
  saveOrganisation,
} from "./mutations";
import { namesInPlace } from "./organisation-name";
import { findOrganisation } from "./queries";
import {
  createOrganisationInput,
  removeLogoInput,
  removeOrganisationInput,
  saveOrganisationInput,
  settleOrganisationNameInput,
} from "./schema";

export const createOrganisationAction = memberAction(
  createOrganisationInput,
  async (tx, viewer, input) => {
    if (viewer.memberId === null) throw new AppError("notFound");
    const { slug } = await createOrganisation(tx, viewer, input, viewer.memberId);
    return { redirectTo: `/organisations/${slug}`, notice: "organisationCreated" };
  },
  async () => {
    const viewer = await getViewer();
    if (viewer) await spend("newOrganisation", viewer.accountId, "tooManyOrganisations");
  },
);

export const saveOrganisationAction = memberAction(
  saveOrganisationInput,
  async (tx, viewer, { organisationId, version, confirmed, isAnother, ...content }) => {
    const save = { organisationId, version, confirmed, isAnother, content };
    const { slug } = await saveOrganisation(tx, viewer, save);
    return { redirectTo: `/organisations/${slug}`, notice: "organisationSaved" };
  },
);

export const removeOrganisationAction = memberAction(
  removeOrganisationInput,
  async (tx, viewer, input) => {
    await removeOrganisation(tx, viewer, input);
    return { redirectTo: "/organisations", notice: "organisationRemoved" };
  },
);

export const removeLogoAction = memberAction(removeLogoInput, async (tx, viewer, input) => {
  await removeLogo(tx, viewer, input);
  return { redirectTo: `/organisations/${input.slug}/edit`, notice: "logoRemoved" };
});

/** A Latin name is in the reader's language, in English where they read Chinese. */
export const settleOrganisationNameAction = memberAction(
  settleOrganisationNameInput,
  async (tx, viewer, { organisationId, version, slug, intent, latin, isAnother }, { locale }) => {
    if (intent === "keep") {
      await keepOrganisationName(tx, viewer, { organisationId, version });
      return { redirectTo: "/home", notice: "nameKept" };
    }
    const found = await findOrganisation(tx, viewer, slug);
    if (found?.id !== organisationId) throw new AppError("notFound");
    const { id, slug: _, version: __, createdAt, logo, role, canEdit, stale, ...content } = found;
    const name = { ...namesInPlace(content.name), [latinLanguage(locale)]: latin };
    await saveOrganisation(tx, viewer, {
      organisationId,
      version,
      content: { ...content, name },
      isAnother,
    });
    return { redirectTo: "/home", notice: "nameSaved" };
  },
);
