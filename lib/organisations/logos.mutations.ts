import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { type FileContent, keepFile } from "@/lib/core/files/kept-file";
import { lockOrganisation } from "./locked.queries";
import { canEditOrganisation } from "./policy";

/** Sets or changes the logo of an organisation to one that `drawLogo` made. Throws `notFound`. */
export async function setLogo(
  tx: Transaction,
  viewer: Viewer,
  input: { slug: string; logo: FileContent },
): Promise<{ slug: string }> {
  const organisation = await lockOrganisation(tx, viewer, eq(organisations.slug, input.slug));
  authorize(canEditOrganisation(viewer, organisation));
  const logoId = await keepFile(tx, input.logo);
  await tx.update(organisations).set({ logoId }).where(eq(organisations.id, organisation.id));
  await record(tx, viewer, logoEvent("organisation.logo-set", organisation));
  return organisation;
}

/** Takes the logo of an organisation away; without one nothing changes. Throws `notFound`. */
export async function removeLogo(
  tx: Transaction,
  viewer: Viewer,
  input: { organisationId: string },
): Promise<void> {
  const isIt = eq(organisations.id, input.organisationId);
  const organisation = await lockOrganisation(tx, viewer, isIt);
  authorize(canEditOrganisation(viewer, organisation));
  await tx.update(organisations).set({ logoId: null }).where(eq(organisations.id, organisation.id));
  await record(tx, viewer, logoEvent("organisation.logo-removed", organisation));
}

const logoEvent = (name: string, { id, slug }: { id: string; slug: string }) => ({
  name,
  subjectType: "organisation" as const,
  subjectId: id,
  data: { organisation: slug },
});
