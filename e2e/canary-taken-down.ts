import { randomUUID } from "node:crypto";
import { makeExperience } from "@/db/experience-factory";
import { makeActivity, makeMember, makeOrganisation, makeProject, makeRoom } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import { entryQuestions } from "@/db/schema/entry-parts";
import { experienceOpinions } from "@/db/schema/opinions";
import { roomMessages, roomUpdates } from "@/db/schema/rooms";
import { questionTranslations } from "@/db/schema/translations";
import { plantAsks } from "./canary-asks";
import { ACTIVE, type Ground, NOBODY, type Owner, TEAM } from "./canary-words";

type Shared = { owner: Owner; partner: Owner };

/**
 * What the club team took down of all that was public: the owner reads it, and whoever of the team stands where it does.
 * The partner belongs to the organisation and is in the project's room.
 */
export async function plantTakenDown(ground: Ground, { owner, partner }: Shared): Promise<void> {
  const { tx, sow, paths, marks, unlisted } = ground;
  await plantAsks(ground, { owner, partner });
  const hiddenAt = new Date();
  const fresh = () => `taken-down-${randomUUID()}`;
  const [organisationSlug, activitySlug, projectSlug] = [fresh(), fresh(), fresh()];
  const name = sow("organisations.name taken down", owner.accountId, TEAM);
  const organisation = await makeOrganisation(tx, {
    slug: organisationSlug,
    name: { fr: name },
    nameKeys: [name],
    searchText: name,
    visibility: "public",
    hiddenAt,
  });
  const belongs = { organisationId: organisation.id, isMain: false };
  await tx.insert(affiliations).values([
    { ...belongs, memberId: owner.memberId, role: "manager" },
    { ...belongs, memberId: partner.memberId, role: "person" },
  ]);
  const done = sow("activities.title taken down", owner.accountId, TEAM);
  await makeActivity(tx, owner.memberId, {
    slug: activitySlug,
    title: { fr: done },
    searchText: done,
    searchMembers: done,
    visibility: "public",
    organisationId: organisation.id,
    hiddenAt,
  });
  const title = sow("project taken down.teaser", owner.accountId, TEAM);
  const hidden = await makeProject(tx, owner.memberId, {
    slug: projectSlug,
    title: { fr: title },
    teaser: { fr: title },
    searchPublic: title,
    searchMembers: title,
    moderation: "published",
    hiddenAt,
  });
  // It stands: what was said about it and in its room is taken down one by one.
  const shown = await makeProject(tx, owner.memberId, { moderation: "published" });
  const room = await makeRoom(tx, shown.id, [owner.memberId, partner.memberId]);
  const asked = sow("entry_questions.words taken down", partner.accountId, TEAM);
  const [question] = await tx
    .insert(entryQuestions)
    .values({
      entryId: shown.id,
      memberId: partner.memberId,
      locale: "fr",
      words: asked,
      hiddenAt,
    })
    .returning({ questionId: entryQuestions.id });
  const inEnglish = sow("question_translations.words taken down", partner.accountId, TEAM);
  if (question)
    await tx
      .insert(questionTranslations)
      .values({ ...question, part: "question", locale: "en", words: inEnglish });
  const by = { roomId: room.id, authorId: owner.accountId, hiddenAt };
  const told = sow("room_updates.words taken down", owner.accountId, TEAM);
  await tx.insert(roomUpdates).values({ ...by, locale: "fr", words: told, isPublic: true });
  const written = sow("room_messages.words taken down", owner.accountId, NOBODY);
  await tx.insert(roomMessages).values({ ...by, words: written });
  await makeRoom(tx, hidden.id, [owner.memberId]);
  paths.push(`/experiences/${await plantOpinions(ground, { owner, partner })}`);
  const rooms = ["/room", "/room/discussion", "/room/updates"];
  paths.push(
    `/organisations/${organisationSlug}`,
    `/organisations/${organisationSlug}/people`,
    `/activities/${activitySlug}`,
    `/activities/${activitySlug}/edit`,
    ...["", "/history", "/translate", "/interest", ...rooms].map(
      (part) => `/projects/${projectSlug}${part}`,
    ),
    ...["", "/questions", ...rooms].map((part) => `/projects/${shown.slug}${part}`),
  );
  marks.push(organisationSlug, activitySlug, projectSlug);
  unlisted.push(organisationSlug, activitySlug, projectSlug);
}

/** Of somebody else's experience: what is open to members, and what was taken down. Gives its address. */
async function plantOpinions({ tx, sow }: Ground, { owner, partner }: Shared): Promise<string> {
  const author = await makeMember(tx);
  const { id: entryId, slug } = await makeExperience(tx, author.memberId, {
    moderation: "published",
    ownerLevel: "members",
  });
  const said = { entryId, locale: "fr", stance: "endorsed" } as const;
  await tx.insert(experienceOpinions).values([
    {
      ...said,
      memberId: owner.memberId,
      words: sow("experience_opinions.words", owner.accountId, ACTIVE),
    },
    {
      ...said,
      memberId: partner.memberId,
      words: sow("experience_opinions.words taken down", partner.accountId, TEAM),
      hiddenAt: new Date(),
    },
  ]);
  return slug;
}
