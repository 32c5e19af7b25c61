import { randomUUID } from "node:crypto";
import type { ModerationState } from "@/db/enums";
import { makeExperience } from "@/db/experience-factory";
import { textsIn } from "@/lib/entries/description";
import { readStored } from "@/lib/entries/stored-entry";
import { EXPERIENCE, type ExperienceContent, teaserOf } from "@/lib/experiences/experience";
import { buildExperienceSearch } from "@/lib/experiences/shown.queries";
import {
  ACTIVE,
  EVERYBODY,
  type Ground,
  NOBODY,
  type Owner,
  type Reader,
  TEAM,
} from "./canary-words";

type Planting = {
  moderation: ModerationState;
  owner: Owner;
  /** Who reads it, and who reads title and first advice. */
  may: Reader[];
  teased?: Reader[];
  settings?: Partial<Pick<ExperienceContent, "isTeased" | "ownerLevel">>;
};

/** An experience in every state; notes the addresses. */
export async function plantExperiences(
  ground: Ground,
  { self, members, away }: Record<"self" | "members" | "away", Owner>,
): Promise<void> {
  await plant(ground, { moderation: "draft", owner: self, may: NOBODY });
  await plant(ground, { moderation: "submitted", owner: self, may: TEAM });
  await plant(ground, { moderation: "published", owner: members, may: ACTIVE });
  const open = { isTeased: true };
  await plant(ground, {
    ...{ moderation: "published", owner: members, may: ACTIVE, teased: EVERYBODY },
    settings: open,
  });
  await plant(ground, {
    ...{ moderation: "published", owner: self, may: ACTIVE, teased: EVERYBODY },
    settings: { ...open, ownerLevel: "contacts" },
  });
  await plant(ground, { moderation: "published", owner: away, may: TEAM, settings: open });
}

async function plant(
  { tx, sow, paths, marks, unlisted }: Ground,
  { moderation, owner, may, teased = may, settings }: Planting,
): Promise<void> {
  const word = (name: string, readers: Reader[]) =>
    sow(`${moderation} experience.${name}`, owner.accountId, readers);
  const rest = textsIn(EXPERIENCE).filter((name) => name !== "title" && name !== "advice");
  const texts = rest.map((name) => [name, { fr: word(name, may) }]);
  const advice = { fr: `${word("first advice", teased)}\n${word("advice", may)}` };
  const title = { fr: word("title", teased) };
  const written = { ...Object.fromEntries(texts), title, advice, topics: ["exit"], ...settings };
  const content = readStored(EXPERIENCE, written);
  const slug = `canary-${randomUUID()}`;
  const { id } = await makeExperience(tx, owner.memberId, {
    ...content,
    ...{ slug, moderation, teaser: teaserOf(content) },
    ...buildExperienceSearch(content, { sectors: [], places: [] }, true),
  });
  paths.push(`/experiences/${slug}`, `/experiences/${slug}/edit`, `/admin/experiences/${id}`);
  marks.push(slug);
  if (teased !== EVERYBODY) unlisted.push(slug);
}
