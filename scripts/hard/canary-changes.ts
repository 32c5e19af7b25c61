import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { PageVisibility, Visibility } from "@/db/enums";
import { makeInterest } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { projects } from "@/db/schema/projects";
import { roomPeople } from "@/db/schema/rooms";
import { rewriteSearch } from "@/lib/members/main-organisation.mutations";
import type { asksOf } from "./canary-asks";
import { makeOnline, projectValues, type World } from "./canary-world";

/** What hides something (`isShown` false) and shows it again, and of which kinds it changes what is read. */
export type Change = {
  name: string;
  of: readonly (keyof typeof asksOf)[];
  set: (tx: Transaction, isShown: boolean) => Promise<unknown>;
};

const ACCEPTED = { state: "accepted" } as const;

type Account = { accountId: string };

const at = (isShown: boolean) => (isShown ? null : new Date());

const setStatus = (tx: Transaction, { accountId }: Account, isShown: boolean) =>
  tx
    .update(accounts)
    .set({ status: isShown ? "active" : "suspended" })
    .where(eq(accounts.id, accountId));

/** All that somebody changes while the canaries are looked for: of people, organisations, activities, projects and readers. */
export const changesOf = (world: World): Change[] => [
  ...ofPeople(world),
  ...ofOrganisations(world),
  ...ofActivities(world),
  ...ofProjects(world),
  ...ofReaders(world),
];

function ofPeople({ owner }: World): Change[] {
  const isOwner = eq(members.id, owner.memberId);
  const show = (name: string, hidden: Record<string, Visibility>): Change => ({
    name,
    of: ["members", "organisations"],
    set: async (tx, isShown) => {
      await tx
        .update(members)
        .set({ visibility: isShown ? {} : hidden })
        .where(isOwner);
      await rewriteSearch(tx, [owner.memberId]);
    },
  });
  return [
    {
      name: "a profile is taken down",
      of: ["members", "projects"],
      set: (tx, isShown) =>
        tx
          .update(members)
          .set({ hiddenAt: at(isShown) })
          .where(isOwner),
    },
    {
      name: "a member leaves the directory",
      of: ["members", "projects"],
      set: (tx, isShown) =>
        tx
          .update(consents)
          .set({ withdrawnAt: at(isShown) })
          .where(eq(consents.accountId, owner.accountId)),
    },
    {
      name: "an account is suspended",
      of: ["members", "organisations", "activities", "projects"],
      set: (tx, isShown) => setStatus(tx, owner, isShown),
    },
    {
      name: "a lapsed membership is closed to visitors",
      of: ["members", "organisations", "activities", "projects"],
      set: (tx, isShown) =>
        tx
          .update(accounts)
          .set({ status: isShown ? "active" : "lapsed", isOpen: isShown })
          .where(eq(accounts.id, owner.accountId)),
    },
    show("a position is for the club team", { jobTitle: "team" }),
    show("a position is for contacts", { jobTitle: "contacts" }),
    show("sectors and cities are for oneself", { sectors: "self", cities: "self" }),
    show("cities are for the club team", { cities: "team" }),
    show("where one belongs is for the club team", { organisation: "team" }),
    show("where one belongs is for oneself", { organisation: "self" }),
  ];
}

async function setOrganisation(
  tx: Transaction,
  { owner, organisation }: World,
  values: Partial<typeof organisations.$inferInsert>,
) {
  await tx.update(organisations).set(values).where(eq(organisations.id, organisation.id));
  await rewriteSearch(tx, [owner.memberId]);
}

function ofOrganisations(world: World): Change[] {
  const show = (visibility: PageVisibility): Change => ({
    name: `an organisation is for ${visibility}`,
    of: ["organisations", "activities"],
    set: (tx, isShown) =>
      setOrganisation(tx, world, { visibility: isShown ? "public" : visibility }),
  });
  return [
    {
      name: "an organisation is taken down",
      of: ["organisations", "activities"],
      set: (tx, isShown) => setOrganisation(tx, world, { hiddenAt: at(isShown) }),
    },
    ...(["members", "team", "self"] as const).map(show),
  ];
}

function ofActivities({ activity }: World): Change[] {
  const set = (tx: Transaction, values: Partial<typeof activities.$inferInsert>) =>
    tx.update(activities).set(values).where(eq(activities.id, activity.id));
  const show = (visibility: PageVisibility): Change => ({
    name: `an activity is for ${visibility}`,
    of: ["activities"],
    set: (tx, isShown) => set(tx, { visibility: isShown ? "public" : visibility }),
  });
  return [
    {
      name: "an activity is taken down",
      of: ["activities"],
      set: (tx, isShown) => set(tx, { hiddenAt: at(isShown) }),
    },
    ...(["members", "team", "self"] as const).map(show),
  ];
}

function ofProjects(world: World): Change[] {
  const set = (tx: Transaction, values: Partial<typeof entries.$inferInsert>) =>
    tx.update(entries).set(values).where(eq(entries.id, world.project.id));
  const change = (name: string, run: Change["set"]): Change => ({
    name,
    of: ["projects"],
    set: run,
  });
  const show = (name: string, hidden: Parameters<typeof projectValues>[0]) =>
    change(name, (tx, isShown) => set(tx, projectValues(isShown ? {} : hidden)));
  return [
    change("a project is taken down", (tx, isShown) => set(tx, { hiddenAt: at(isShown) })),
    change("a project is withdrawn", async (tx, isShown) => {
      const states = isShown
        ? (["draft", "submitted", "published"] as const)
        : ["withdrawn" as const];
      for (const moderation of states) await set(tx, { moderation });
    }),
    change("a project is archived for good", async (tx, isShown) => {
      const { owner, contact, partner } = world;
      if (isShown) Object.assign(world.project, await makeOnline(tx, owner, contact, partner));
      else await set(tx, { moderation: "archived" });
    }),
    change("a deadline passes", (tx, isShown) =>
      tx
        .update(projects)
        .set({ deadline: isShown ? null : "2014-03-26" })
        .where(eq(projects.id, world.project.id)),
    ),
    show("a text is for contacts", { textLevel: "contacts" }),
    show("who proposes it is for contacts", { ownerLevel: "contacts" }),
    show("a translation is taken back", { isTranslated: false }),
  ];
}

/** Somebody may no longer read what they could, as who they are or as whom they know. */
function ofReaders(world: World): Change[] {
  const { member, moderator, contact, colleague, partner, organisation } = world;
  const everything = ["members", "organisations", "activities", "projects"] as const;
  const isPartner = eq(roomPeople.memberId, partner.memberId);
  const isColleague = eq(affiliations.memberId, colleague.memberId);
  return [
    {
      name: "a reader is suspended",
      of: everything,
      set: (tx, isShown) => setStatus(tx, member, isShown),
    },
    {
      name: "a moderator becomes a member",
      of: everything,
      set: (tx, isShown) =>
        tx
          .update(accounts)
          .set({ role: isShown ? "moderator" : "member" })
          .where(eq(accounts.id, moderator.accountId)),
    },
    {
      name: "somebody leaves an organisation that is for its people",
      of: ["organisations", "activities"],
      set: async (tx, isShown) => {
        const values = { memberId: colleague.memberId, organisationId: organisation.id };
        if (isShown) await tx.insert(affiliations).values(values);
        else await tx.delete(affiliations).where(isColleague);
        await setOrganisation(tx, world, { visibility: isShown ? "public" : "self" });
      },
    },
    {
      name: "a contact is none any longer",
      of: ["projects"],
      set: async (tx, isShown) => {
        if (isShown) await makeInterest(tx, world.project.id, contact.memberId, ACCEPTED);
        else await tx.delete(interests).where(eq(interests.memberId, contact.memberId));
        const levels = isShown ? {} : ({ textLevel: "contacts", ownerLevel: "contacts" } as const);
        const values = projectValues(levels);
        await tx.update(entries).set(values).where(eq(entries.id, world.project.id));
      },
    },
    {
      name: "a partner is taken out of the room",
      of: ["rooms"],
      set: (tx, isShown) =>
        tx
          .update(roomPeople)
          .set({ removedAt: at(isShown) })
          .where(isPartner),
    },
  ];
}
