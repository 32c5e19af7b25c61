import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { InterestState } from "@/db/enums";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { interestMessages, interestMoves, interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import { roomPeople, rooms } from "@/db/schema/rooms";
import { inEachLanguage } from "@/lib/core/events/facts";
import type { Locale } from "@/lib/core/i18n/locales";
import { tellOfInterest } from "@/lib/interests/notices";
import { findShownSectors } from "@/lib/interests/shown.queries";
import { shownName } from "@/lib/members/member-card";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { type DemoEvent, seedEvents } from "./demo-events";
import { DEMO, type DemoInterest } from "./demo-files";
import { seedNotices, TOLD_DAYS } from "./demo-notices";
import { daysAgo } from "./demo-times";

/** Expressions of interest in every state, with what was said and done; the accepted ones have opened their rooms. */
export async function seedInterests(tx: Transaction, keys: DemoKeys): Promise<void> {
  for (const interest of DEMO.interests) {
    const project = await findProject(tx, interest.project);
    const memberId = keyOf(keys.members, interest.member);
    const id = await insertInterest(tx, interest, project, memberId);
    const sender = keyOf(keys.accounts, interest.member);
    const accountOf = { sender, owner: project.ownerAccountId };
    await tx.insert(interestMoves).values(
      interest.moves.map(({ state, by, daysAgo: days, reasonCode, words }) => ({
        interestId: id,
        state,
        movedBy: by && accountOf[by],
        reasonCode,
        words,
        movedAt: daysAgo(days),
      })),
    );
    const messages = interest.messages.map(({ by, kind, daysAgo: days, words }) => ({
      interestId: id,
      authorId: accountOf[by],
      kind,
      words,
      createdAt: daysAgo(days),
    }));
    if (messages.length > 0) await tx.insert(interestMessages).values(messages);
    await seedEvents(
      tx,
      interest.moves.map(({ state, by, daysAgo: days }): DemoEvent => {
        const [name, data] = EVENT[state];
        return {
          name: `interest.${name}`,
          actorId: by && accountOf[by],
          subjectType: "interest",
          subjectId: id,
          data: { projectId: project.id, ...data },
          createdAt: daysAgo(days),
        };
      }),
    );
    await tellOfMoves(tx, keys, interest, { ...project, interestId: id, accountOf });
    const accepted = interest.moves.find(({ state }) => state === "accepted");
    if (accepted) await openRoom(tx, project, memberId, daysAgo(accepted.daysAgo));
  }
}

type Sides = Project & { interestId: string; accountOf: Record<"sender" | "owner", string> };

/** What either side was told of the moves of these last days. */
async function tellOfMoves(
  tx: Transaction,
  keys: DemoKeys,
  { moves }: DemoInterest,
  { interestId: id, accountOf, ...project }: Sides,
): Promise<void> {
  const { title, originalLocale } = project;
  const [owner, sender] = [{ accountId: accountOf.owner }, { accountId: accountOf.sender }];
  const told = { id, title, toldTitle: title, originalLocale, owner, sender };
  for (const { state, by, daysAgo: days, reasonCode, words } of moves) {
    const [name, data] = EVENT[state];
    if (days > TOLD_DAYS || state === "under-review") continue;
    const ends = data && { only: by === "owner" ? ("sender" as const) : ("owner" as const) };
    const more = { ...ends, words: words ?? "", reasonCode: reasonCode ?? undefined };
    const facts = state === "accepted" ? acceptedFacts(project) : data && { state: saidOf(state) };
    const tell = tellOfInterest(told, { ...more, ...(facts && { facts }) });
    const event = { name: `interest.${name}`, subjectType: "interest", subjectId: id } as const;
    await seedNotices(tx, keys, { ...event, daysAgo: days, tell });
  }
}

const EVENT: Record<InterestState, [name: string, data?: Record<string, string>]> = {
  sent: ["sent"],
  "under-review": ["reviewed"],
  "more-info-asked": ["more-asked"],
  accepted: ["accepted"],
  declined: ["declined"],
  withdrawn: ["withdrawn"],
  lapsed: ["lapsed"],
  "in-talks": ["concluded", { to: "in-talks" }],
  agreement: ["concluded", { to: "agreement" }],
  "no-agreement": ["concluded", { to: "no-agreement" }],
};

const saidOf = (state: InterestState) => (state === "in-talks" ? "talks" : state);

function acceptedFacts({ owner, slug }: Pick<Project, "owner" | "slug">) {
  const person = DEMO.members.find((one) => one.slug === owner);
  const names = person && { ...person, nameZh: person.nameZh ?? null };
  const name = (locale: Locale) => (names ? shownName(names, locale).text : "");
  return { person: inEachLanguage(name), to: `/projects/${slug}/room` };
}

type Project = Awaited<ReturnType<typeof findProject>>;

async function findProject(tx: Transaction, slug: string) {
  const [row] = await tx
    .select({
      id: entries.id,
      slug: entries.slug,
      title: entries.title,
      originalLocale: entries.originalLocale,
      ownerId: members.id,
      ownerAccountId: members.accountId,
      owner: members.slug,
    })
    .from(entries)
    .innerJoin(members, eq(members.id, entries.ownerId))
    .where(eq(entries.slug, slug));
  if (!row) throw new Error(`unknown in the demo: ${slug}`);
  return row;
}

async function insertInterest(
  tx: Transaction,
  { locale, cooperation, unclear, about, moves }: DemoInterest,
  project: Pick<Project, "id" | "ownerId">,
  memberId: string,
): Promise<string> {
  const [first] = moves;
  const last = moves.at(-1);
  if (!first || !last) throw new Error("an interest of the demo has no state");
  const [main] = await tx
    .select({ organisationId: affiliations.organisationId })
    .from(affiliations)
    .where(and(eq(affiliations.memberId, memberId), affiliations.isMain));
  const [row] = await tx
    .insert(interests)
    .values({
      projectId: project.id,
      memberId,
      receivedBy: project.ownerId,
      organisationId: main?.organisationId ?? null,
      ...{ locale, cooperation, unclear, about },
      shownSectors: await findShownSectors(tx, memberId),
      state: last.state,
      stateAt: daysAgo(last.daysAgo),
      version: moves.length,
      createdAt: daysAgo(first.daysAgo),
      updatedAt: daysAgo(last.daysAgo),
    })
    .returning({ id: interests.id });
  if (!row) throw new Error("an interest of the demo was not made");
  return row.id;
}

/** A room that is there already only gets the people it lacks. */
async function openRoom(
  tx: Transaction,
  project: Project,
  partnerId: string,
  openedAt: Date,
): Promise<void> {
  await tx
    .insert(rooms)
    .values({ projectId: project.id, createdAt: openedAt })
    .onConflictDoNothing();
  const [room] = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(eq(rooms.projectId, project.id));
  if (!room) throw new Error("a room of the demo was not made");
  await tx
    .insert(roomPeople)
    .values([
      { roomId: room.id, memberId: project.ownerId, role: "lead" as const, joinedAt: openedAt },
      { roomId: room.id, memberId: partnerId, role: "partner" as const, joinedAt: openedAt },
    ])
    .onConflictDoNothing();
}
