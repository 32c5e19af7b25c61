import { randomUUID } from "node:crypto";
import type { EventAudience, ModerationState } from "@/db/enums";
import { makeEvent } from "@/db/event-factory";
import { makeOrganisation } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import { eventPeople } from "@/db/schema/events";
import { searchLine } from "@/lib/search/search-words";
import { ACTIVE, EVERYBODY, type Ground, type Owner, type Reader, TEAM } from "./canary-words";

/** Those who keep whatever is the club's. */
const KEEPERS: Reader[] = ["administrator"];

/** Events in every state and for every audience, which `keeper` keeps by the organisation that holds them. */
export async function plantEvents(ground: Ground, keeper: Owner): Promise<void> {
  const { id } = await makeOrganisation(ground.tx);
  const keeps = { memberId: keeper.memberId, organisationId: id, role: "manager" } as const;
  await ground.tx.insert(affiliations).values({ ...keeps, isMain: false });
  const plantOne = (moderation: ModerationState, audience: EventAudience, may: Reader[]) =>
    plant(ground, keeper, { moderation, audience, may, host: id });
  await plantOne("draft", "public", KEEPERS);
  await plantOne("submitted", "public", TEAM);
  await plantOne("published", "public", EVERYBODY);
  await plantOne("published", "members", ACTIVE);
  await plantOne("published", "invited", TEAM);
}

type Planting = {
  moderation: ModerationState;
  audience: EventAudience;
  may: Reader[];
  host: string;
};

async function plant(
  { tx, sow, paths, marks, unlisted }: Ground,
  keeper: Owner,
  { moderation, audience, may, host }: Planting,
): Promise<void> {
  const word = (name: string) =>
    sow(`${moderation} event for ${audience}.${name}`, keeper.accountId, may);
  const texts = { title: word("title"), summary: word("summary"), venue: word("venue") };
  const programme = word("programme");
  const slug = `canary-${randomUUID()}`;
  const line = searchLine([...Object.values(texts), programme]);
  const isSecret = moderation !== "published" || audience !== "public";
  const { id } = await makeEvent(tx, [host], {
    ...{ slug, moderation, audience },
    ...{ title: { fr: texts.title }, summary: { fr: texts.summary }, venue: { fr: texts.venue } },
    programme: { fr: `09:00 ${programme}` },
    handedInBy: moderation === "submitted" ? keeper.memberId : null,
    searchPublic: audience === "public" ? line : "",
    searchMembers: audience === "invited" ? "" : line,
  });
  const speaker = { eventId: id, role: "speaker", name: word("speaker") } as const;
  await tx.insert(eventPeople).values(speaker);
  paths.push(`/events/${slug}`, `/events/${slug}/edit`, `/admin/events/${id}`);
  paths.push(`/events/${slug}/history`, `/events/${slug}/hosts`, `/events/${slug}/people`);
  marks.push(slug);
  if (isSecret) unlisted.push(slug);
}
