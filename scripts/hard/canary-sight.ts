import { sql } from "drizzle-orm";
import { query } from "@/db/client";
import type { AffiliationRole, EntryLevel, MembershipStatus, Visibility } from "@/db/enums";
import { canSeeActivity } from "@/lib/activities/policy";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { canSeeEntry, canSeeOwner, canSeeText } from "@/lib/entries/policy";
import { canSeeField, levelOf, visibleLevels } from "@/lib/members/policy";
import { canSeeOrganisation } from "@/lib/organisations/policy";
import { type Noun, type Recount, recount } from "./canary-recount";
import type { World } from "./canary-world";

/** Somebody as the base tables have them now; null for a visitor. */
type Eyes =
  | (Viewer & { affiliation: AffiliationRole | null; isContact: boolean; isInRoom: boolean })
  | null;

type Facts = {
  status: MembershipStatus;
  isOpen: boolean;
  isAgreed: boolean;
  isMemberHidden: boolean;
  visibility: Record<string, Visibility>;
  house: "public" | "members" | "team" | "self";
  isHouseHidden: boolean;
  work: "public" | "members" | "team" | "self";
  isWorkHidden: boolean;
  moderation: "published" | "withdrawn" | "archived";
  isEntryHidden: boolean;
  isOver: boolean;
  isTranslated: boolean;
  textLevel: EntryLevel;
  ownerLevel: EntryLevel;
};

export type Sight = ReturnType<typeof seenBy>;

/** `due` gives what a list has for them, counted once. */
export type Standing = { sees: Sight; due: (noun: Noun) => Promise<Recount> };

/** What each reader may see of the world right now, by the policies alone: no list, line or count is asked. */
export async function readSights(world: World): Promise<Map<string, Standing>> {
  const facts = await readFacts(world);
  const all = await readEyes(world);
  return new Map(
    world.readers.map(({ name, accountId }) => {
      const eyes = all.find((one) => one?.accountId === accountId) ?? null;
      return [name, { sees: seenBy(eyes, facts, world), due: counter(eyes) }];
    }),
  );
}

function counter(eyes: Eyes): Standing["due"] {
  const counted = new Map<Noun, Promise<Recount>>();
  return (noun) => {
    const due = counted.get(noun) ?? recount(noun, eyes);
    counted.set(noun, due);
    return due;
  };
}

function seenBy(eyes: Eyes, facts: Facts, world: World) {
  const isIn = eyes?.status === "active" || eyes?.status === "lapsed";
  const isTeam = isStaff(eyes);
  const isOwn = eyes?.accountId === world.owner.accountId;
  const isContact = eyes?.isContact ?? false;
  const owner = { accountId: world.owner.accountId, isContact };
  const isManager = eyes?.affiliation === "manager";
  const isActive = facts.status === "active" || facts.status === "lapsed";
  const isClosed = !isIn && !facts.isOpen;
  const isOpen = facts.isAgreed && !facts.isMemberHidden;
  const listed = isIn && isActive && isOpen;
  const page = isIn && (isOwn || isTeam || listed);
  const levels = visibleLevels(eyes);
  const has = (field: "jobTitle" | "organisation") =>
    canSeeField(eyes, owner, levelOf(facts.visibility, field));
  const role = eyes?.affiliation ?? null;
  const isHouseUp = !facts.isHouseHidden || isTeam || isManager;
  const house = canSeeOrganisation(eyes, { visibility: facts.house, role }) && isHouseUp;
  const ofWork = { ownerAccountId: owner.accountId, ownerStatus: facts.status };
  const work =
    canSeeActivity(eyes, { ...ofWork, visibility: facts.work, isManager }) &&
    (isOwn || isTeam || !(facts.isWorkHidden || isClosed));
  // Who is named to nobody hides nothing by the level for members.
  const tie = levelOf(facts.visibility, "organisation");
  const ties = isIn ? levels : ["public", "members"];
  const isTied = isOwn || ties.includes(tie) || (isIn && isManager);
  const isHouseOpen = levels.includes(facts.house) || (isIn && role !== null);
  // A list finds by what all of its readers may know: nobody by what they alone see.
  const told = ["public", ...(isIn ? ["members"] : []), ...(isTeam ? ["team"] : [])];
  const isHouseTold = told.includes(facts.house) && (!facts.isHouseHidden || isTeam);
  const entry = { ...ofWork, moderation: facts.moderation, isContact, ...levelsOf(facts) };
  const project =
    canSeeEntry(eyes, entry) && (isOwn || isTeam || !(facts.isEntryHidden || isClosed));
  const isThere = isActive && !isClosed;
  const isOnline = facts.moderation === "published" && isThere && !facts.isEntryHidden;
  const offered = isOnline && !facts.isOver;
  // The front page and the map of the site show everybody what visitors may read.
  const offeredToAll = offered && facts.isOpen;
  const namedInWork = work && (isOwn || (isIn && (isTeam || isOpen)));
  return {
    ...{ isOwn, listed, page, house, work, project, offered, offeredToAll },
    job: page && has("jobTitle"),
    isFoundByJob: listed && levels.includes(levelOf(facts.visibility, "jobTitle")),
    isFoundByHouse:
      listed && levels.includes(tie) && levels.includes(facts.house) && !facts.isHouseHidden,
    vcard: page,
    person: isIn && house && isActive && page && (isOwn || has("organisation")),
    // Those who belong to it see whom they already know by name.
    atHouse: page && has("organisation") && house,
    namedInWork,
    houseOfWork: work && isTied && isHouseOpen && isHouseUp,
    isWorkFoundByHouse: work && isHouseTold && ["members", ...told].includes(tie),
    workOfHouse: house && work && isTied && isHouseOpen && isHouseUp,
    workOfMember: page && work,
    sameHouse: isIn && ((facts.house === "members" && !facts.isHouseHidden) || house),
    isFoundByText: offered && isIn && facts.textLevel === "members",
    text: project && canSeeText(eyes, entry),
    ownerOfProject: project && canSeeOwner(eyes, entry) && page,
    projectOfMember: page && project && canSeeOwner(eyes, entry),
    translation: project && facts.isTranslated,
    // The news names who stands behind an activity, as its page does.
    isGreeted: isOwn || listed || namedInWork,
    room: isIn && eyes.isInRoom,
  };
}

const levelsOf = ({ textLevel, ownerLevel }: Facts) => ({ textLevel, ownerLevel });

async function readFacts({ owner, organisation, activity, project }: World): Promise<Facts> {
  const [row] = await query((db) =>
    db.execute<Facts>(sql`
      select a.status, a.is_open as "isOpen", m.visibility, m.hidden_at is not null as "isMemberHidden", exists (
          select from consents c where c.account_id = a.id and purpose = 'members-directory' and withdrawn_at is null) as "isAgreed",
        o.visibility as house, o.hidden_at is not null as "isHouseHidden",
        w.visibility as work, w.hidden_at is not null as "isWorkHidden",
        e.moderation, e.hidden_at is not null as "isEntryHidden", e.text_level as "textLevel", e.owner_level as "ownerLevel",
        e.title ? 'zh' as "isTranslated", coalesce(p.deadline < (now() at time zone 'Europe/Paris')::date, false) as "isOver"
      from members m join accounts a on a.id = m.account_id, organisations o, activities w, entries e join projects p on p.id = e.id
      where m.id = ${owner.memberId} and o.id = ${organisation.id} and w.id = ${activity.id} and e.id = ${project.id}`),
  );
  if (!row) throw new Error("the world is gone");
  return row;
}

async function readEyes({ readers, owner, organisation, project }: World) {
  const ids = readers.flatMap(({ accountId }) => accountId ?? []);
  const rows = await query((db) =>
    db.execute<NonNullable<Eyes>>(sql`
      select a.id as "accountId", m.id as "memberId", a.role, a.status, f.role as affiliation, exists (
          select from interests i where i.member_id = m.id and i.received_by = ${owner.memberId}
            and i.state in ('accepted', 'in-talks', 'agreement') and i.contact_ended_on is null) as "isContact", exists (
          select from room_people r where r.room_id = ${project.roomId} and r.member_id = m.id and removed_at is null) as "isInRoom"
      from accounts a left join members m on m.account_id = a.id
      left join affiliations f on f.member_id = m.id and f.organisation_id = ${organisation.id}
      where a.id = any (${`{${ids.join(",")}}`}::uuid[])`),
  );
  return [...rows];
}
