import { randomUUID } from "node:crypto";
import { makeCooperation } from "@/db/cooperation-factory";
import type { ModerationState } from "@/db/enums";
import { makeOrganisation } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import { searchLine } from "@/lib/search/search-words";
import { plantEvents } from "./canary-events";
import { ACTIVE, EVERYBODY, type Ground, type Owner, type Reader, TEAM } from "./canary-words";

/** Those who keep whatever is the club's. */
const KEEPERS: Reader[] = ["administrator"];

type Keepers = { self: Owner; away: Owner; partner: Owner };

/** Agreements, and events, in every state, which `self` keeps by an organisation that nobody else may read of. */
export async function plantCooperations(
  ground: Ground,
  { self: keeper, away, partner }: Keepers,
): Promise<void> {
  const { tx, sow, marks } = ground;
  const name = sow("party of an agreement", keeper.accountId, KEEPERS);
  const hidden = {
    slug: `canary-${randomUUID()}`,
    name: { fr: name },
    searchText: searchLine([name]),
    visibility: "self",
  } as const;
  const lyon = await makeOrganisation(tx, hidden);
  const { memberId } = keeper;
  const manages = { memberId, organisationId: lyon.id, role: "manager", isMain: false } as const;
  await tx.insert(affiliations).values(manages);
  const china = await makeOrganisation(tx, { country: "cn", visibility: "public" });
  marks.push(hidden.slug);
  const parties = [lyon.id, china.id];
  await plant(ground, keeper, { moderation: "draft", may: KEEPERS, parties });
  await plant(ground, keeper, { moderation: "submitted", may: TEAM, parties });
  await plant(ground, keeper, { moderation: "published", may: EVERYBODY, parties });
  await plantEvents(ground, { keeper, away, asked: partner });
}

type Planting = { moderation: ModerationState; may: Reader[]; parties: string[] };

async function plant(
  { tx, sow, paths, marks, unlisted }: Ground,
  keeper: Owner,
  { moderation, may, parties }: Planting,
): Promise<void> {
  const word = (name: string, readers = may) =>
    sow(`${moderation} cooperation.${name}`, keeper.accountId, readers);
  const [title, subject, outcome] = [word("title"), word("subject"), word("outcome")];
  const isOnline = moderation === "published";
  const slug = `canary-${randomUUID()}`;
  const line = searchLine([title, subject, outcome]);
  const { id } = await makeCooperation(tx, parties, {
    ...{ slug, moderation, title: { fr: title } },
    ...{ subject: { fr: subject }, outcome: { fr: outcome } },
    sources: [{ title: word("sources"), url: "https://example.org/", opened: "2026-11-24" }],
    actOn: "2026-12-01",
    actWords: { fr: word("act_words", isOnline ? ACTIVE : may) },
    handedInBy: moderation === "submitted" ? keeper.memberId : null,
    ...{ searchPublic: line, searchMembers: line },
  });
  paths.push(`/cooperations/${slug}`, `/cooperations/${slug}/edit`, `/admin/cooperations/${id}`);
  paths.push(`/cooperations/${slug}/history`, `/cooperations/${slug}/parties`);
  marks.push(slug);
  if (!isOnline) unlisted.push(slug);
}
