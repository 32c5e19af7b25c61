import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { query } from "@/db/client";
import { affiliations } from "@/db/schema/affiliations";
import { organisations } from "@/db/schema/organisations";
import type { Read } from "@/db/together";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { proposeOrganisationName } from "./latin-name";
import { namesInPlace } from "./organisation-name";

export type OrganisationNameProposal = {
  organisationId: string;
  slug: string;
  version: number;
  nameZh: string;
  latin: string;
};

/** The companies that the viewer manages whose name has no Latin form, with the one proposed; none they chose to keep. */
export async function listOrganisationNameProposals(
  viewer: Viewer,
  read: Read = query,
): Promise<OrganisationNameProposal[]> {
  if (!isActiveMember(viewer)) return [];
  const { id, slug, version, name, nameKeptAt, createdAt } = organisations;
  const isOwn = and(eq(affiliations.memberId, viewer.memberId), eq(affiliations.role, "manager"));
  const rows = await read((db) =>
    db
      .select({ organisationId: id, slug, version, name })
      .from(organisations)
      .innerJoin(affiliations, and(eq(affiliations.organisationId, id), isOwn))
      .where(isNull(nameKeptAt))
      .orderBy(asc(createdAt), asc(id)),
  );
  return rows.flatMap(({ name: written, ...row }) => {
    const found = proposalFor(written);
    return found ? [{ ...row, ...found }] : [];
  });
}

/** The Chinese name and the Latin one proposed for it; null where there is a Latin name, or nothing sensible to propose. */
function proposalFor(written: LocalizedText): { nameZh: string; latin: string } | null {
  const { fr, en, zh = "" } = namesInPlace(written);
  if (fr || en) return null;
  const latin = proposeOrganisationName(zh);
  return latin === null ? null : { nameZh: zh, latin };
}
