import { randomUUID } from "node:crypto";
import { makeAccount, makeProject } from "@/db/factories";
import { type entries, entryRevisions } from "@/db/schema/entries";
import { decisions } from "@/db/schema/moderation";
import {
  PROJECT_TEXTS,
  type ProjectContent,
  type ProjectText,
  readContent,
} from "@/lib/projects/project";
import { buildProjectSearch } from "@/lib/projects/search-text";
import {
  ACTIVE,
  EVERYBODY,
  type Ground,
  NOBODY,
  type Owner,
  type Reader,
  type Sow,
  TEAM,
} from "./canary-words";

const EMPTY = Object.entries(readContent({}, {}));

/** What is chosen in a project, the same in all of them. */
export const PLAIN_CHOICES = {
  ...(Object.fromEntries(
    EMPTY.filter(([name]) => !(PROJECT_TEXTS as string[]).includes(name)),
  ) as Omit<ProjectContent, ProjectText>),
  profileType: "business-request",
  kind: "group-purchasing",
  progress: "idea",
  textLevel: "members",
  ownerLevel: "members",
} satisfies Omit<ProjectContent, ProjectText>;

type State = NonNullable<(typeof entries.$inferInsert)["moderation"]>;
type MayOf = (field: ProjectText) => Reader[];

const toTeam = () => TEAM;
const toOwner = () => NOBODY;
const asPublished: MayOf = (field) =>
  field === "title" || field === "teaser" ? EVERYBODY : ACTIVE;

/** A project in every state, with decisions and edits; notes the addresses. */
export async function plantProjects(
  ground: Ground,
  owners: Record<"self" | "contacts" | "away", Owner>,
): Promise<void> {
  const { self, contacts, away } = owners;
  await plant(ground, "draft", self, toOwner);
  await plant(ground, "withdrawn", self, toOwner, false);
  await plant(ground, "submitted", self, toTeam);
  await plant(ground, "submitted", away, toTeam);
  await plant(ground, "changes-requested", contacts, toTeam);
  await plant(ground, "published", away, toTeam);
  const refused = await plant(ground, "refused", self, toTeam);
  const decider = await makeAccount(ground.tx, { role: "moderator", status: "left" });
  await ground.tx.insert(decisions).values({
    subjectType: "project",
    subjectId: refused.id,
    verdict: "refused",
    reasonCode: "out-of-scope",
    words: ground.sow("decisions.words on a project", self.accountId, TEAM),
    decidedBy: decider.accountId,
  });
  await plantRevision(ground, self, "draft", toOwner);
  await plantRevision(ground, self, "withdrawn", toOwner);
  await plantRevision(ground, self, "submitted", toTeam);
}

async function plant(
  { tx, sow, paths, marks, unlisted }: Ground,
  moderation: State,
  owner: Owner,
  mayOf: MayOf,
  isHandedIn = moderation !== "draft",
) {
  const label = `${moderation} project${isHandedIn ? "" : ", never handed in"}`;
  const content = sowTexts(sow, label, owner, mayOf);
  const slug = `canary-${randomUUID()}`;
  const shared = { kind: "group-purchasing", sectors: [], cities: [] };
  const listed = {
    ...content,
    ...shared,
    textLevel: "members" as const,
    ownerLevel: "members" as const,
  };
  const project = await makeProject(tx, owner.memberId, {
    ...content,
    ...buildProjectSearch(listed, { sectors: [], places: [] }, true),
    slug,
    moderation,
    submittedAt: isHandedIn ? new Date() : null,
    publishedAt: moderation === "published" ? new Date() : null,
  });
  paths.push(`/projects/${slug}`, `/projects/${slug}/edit`, `/admin/projects/${project.id}`);
  marks.push(slug);
  if (mayOf !== asPublished) unlisted.push(slug);
  return project;
}

async function plantRevision(
  ground: Ground,
  owner: Owner,
  state: "draft" | "submitted" | "withdrawn",
  mayOf: MayOf,
) {
  const live = await plant(ground, "published", owner, asPublished);
  const content: ProjectContent = {
    ...sowTexts(ground.sow, `${state} revision`, owner, mayOf),
    ...PLAIN_CHOICES,
  };
  const submittedAt = state === "submitted" ? new Date() : null;
  const [revision] = await ground.tx
    .insert(entryRevisions)
    .values({ entryId: live.id, state, submittedAt, content })
    .returning({ id: entryRevisions.id });
  ground.paths.push(`/admin/revisions/${revision?.id}`);
}

/** A fresh word in each text of a project. */
export function sowTexts(sow: Sow, label: string, owner: Owner, mayOf: MayOf) {
  const texts = PROJECT_TEXTS.map((field) => [
    field,
    { fr: sow(`${label}.${field}`, owner.accountId, mayOf(field)) },
  ]);
  return Object.fromEntries(texts) as Record<ProjectText, { fr: string }>;
}
