import { randomUUID } from "node:crypto";
import type { EventAudience, ModerationState } from "@/db/enums";
import type { RegistrationState } from "@/db/enums-of-events";
import { makeEvent } from "@/db/event-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import { makeGuest, makeRegistration } from "@/db/registration-factory";
import { affiliations } from "@/db/schema/affiliations";
import { eventHosts, eventPeople } from "@/db/schema/events";
import { searchLine } from "@/lib/search/search-words";
import {
  ACTIVE,
  EVERYBODY,
  type Ground,
  NOBODY,
  type Owner,
  type Reader,
  TEAM,
} from "./canary-words";

/** Those who keep whatever is the club's. */
const KEEPERS: Reader[] = ["administrator"];

/**
 * Events in every state and for every audience, which `keeper` keeps by the organisation that holds them, with who comes to them;
 * and one of the club's to which `keeper` comes. `away`, whose account is suspended, is asked to all of them, and has a place at those online.
 * `asked` manages an organisation that is asked to hold them.
 */
export async function plantEvents(ground: Ground, people: People): Promise<void> {
  const { keeper } = people;
  const host = await plantHost(ground, keeper);
  const askedHost = await plantHost(ground, people.asked);
  const plantOne = (moderation: ModerationState, audience: EventAudience, may: Reader[]) =>
    plant(ground, people, { moderation, audience, may, host, askedHost });
  await plantOne("draft", "public", KEEPERS);
  await plantOne("submitted", "public", TEAM);
  await plantOne("published", "public", EVERYBODY);
  await plantOne("published", "members", ACTIVE);
  await plantOne("published", "invited", TEAM);
  await plantOwnParty(ground, keeper);
}

type People = { keeper: Owner; away: Owner; asked: Owner };

async function plantHost({ tx }: Ground, { memberId }: Owner): Promise<string> {
  const { id } = await makeOrganisation(tx);
  const keeps = { memberId, organisationId: id, role: "manager" } as const;
  await tx.insert(affiliations).values({ ...keeps, isMain: false });
  return id;
}

type Planting = {
  moderation: ModerationState;
  audience: EventAudience;
  may: Reader[];
  host: string;
  askedHost: string;
};

async function plant(
  ground: Ground,
  { keeper, away, asked }: People,
  { moderation, audience, may, host, askedHost }: Planting,
): Promise<void> {
  const { tx, sow, paths, marks, unlisted } = ground;
  const word = (name: string, ...others: Owner[]) => {
    const owners = [keeper, ...others].map(({ accountId }) => accountId);
    return sow(`${moderation} event for ${audience}.${name}`, owners, may);
  };
  // What those who are asked to hold it must know to say yes.
  const [title, summary] = [word("title", asked), word("summary", asked)];
  const texts = { title, summary, venue: word("venue") };
  const programme = word("programme");
  const slug = `canary-${randomUUID()}`;
  const line = searchLine([...Object.values(texts), programme]);
  const isSecret = moderation !== "published" || audience !== "public";
  const { id } = await makeEvent(tx, [host], {
    ...{ slug, moderation, audience },
    ...{ title: { fr: texts.title }, summary: { fr: texts.summary }, venue: { fr: texts.venue } },
    programme: { fr: `09:00 ${programme}` },
    handedInBy: moderation === "submitted" ? keeper.memberId : null,
    ...(moderation === "published"
      ? { onlineUrl: sowAddress(sow, [keeper.accountId]) }
      : { progress: "cancelled", cancelledWords: word("cancelled_words") }),
    searchPublic: audience === "public" ? line : "",
    searchMembers: audience === "invited" ? "" : line,
  });
  const speaker = { eventId: id, role: "speaker", name: word("speaker") } as const;
  const invited = { eventId: id, role: "invited", memberId: away.memberId } as const;
  await tx.insert(eventPeople).values([speaker, invited]);
  const askedOf = { eventId: id, organisationId: askedHost };
  await tx.insert(eventHosts).values({ ...askedOf, askedAt: new Date() });
  if (moderation === "published") {
    await plantParties(ground, { id, slug }, keeper);
    await makeRegistration(tx, { eventId: id, memberId: away.memberId });
  }
  paths.push(`/events/${slug}`, `/events/${slug}/edit`, `/admin/events/${id}`);
  paths.push(`/events/${slug}/history`, `/events/${slug}/hosts`, `/events/${slug}/people`);
  marks.push(slug);
  if (isSecret) unlisted.push(slug);
}

/** Where one takes part from afar: for who keeps the event or has a place. */
const sowAddress = (sow: Ground["sow"], readers: string[]) =>
  `https://${sow("events.online_url", readers, KEEPERS)}.example.org/`;

/** States in which a party is listed somewhere. */
const LISTED: RegistrationState[] = ["pending", "waiting", "confirmed", "attended", "cancelled"];

/** Somebody in each state, whose words are theirs and of who keeps the event; nobody lets others know that they come. */
async function plantParties(
  ground: Ground,
  { id, slug }: { id: string; slug: string },
  keeper: Owner,
): Promise<void> {
  const { tx, sow, paths } = ground;
  for (const state of LISTED) {
    const { memberId } = await makeMember(tx);
    const word = (column: string) =>
      sow(`event_registrations.${column}, ${state}`, keeper.accountId, KEEPERS);
    const party = await makeRegistration(tx, {
      ...{ eventId: id, memberId, state },
      ...{ companions: [word("companions")], note: word("note") },
      ...(state === "pending" && {
        ...{ verdict: "not-selected" as const, reasonCode: "other" },
        reasonWords: word("reason_words"),
      }),
      ...(state === "attended" && { outcome: "yes", outcomeWords: word("outcome_words") }),
    });
    paths.push(`/events/${slug}/registrations?state=${state}`);
    paths.push(`/events/${slug}/check-in/${party.id}`);
  }
  await plantGuests(ground, { id, slug }, keeper);
  paths.push(`/api/events/${slug}/registrations?locale=fr`, `/events/${slug}/guest`);
  paths.push(`/events/${slug}/check-in`, `/events/${slug}/register`, `/events/${slug}/after`);
  paths.push(`/events/${slug}/calendar.ics`);
}

/** Guests without an account: one with a place, who is told to nobody else, and one who has not confirmed yet. */
async function plantGuests(
  { tx, sow, paths }: Ground,
  { id, slug }: { id: string; slug: string },
  keeper: Owner,
): Promise<void> {
  for (const isConfirmed of [true, false]) {
    const may = isConfirmed ? KEEPERS : NOBODY;
    const word = (column: string) =>
      sow(`event_guests.${column}`, isConfirmed ? keeper.accountId : null, may);
    const said = { companions: [word("companions")], note: word("note") };
    const who = { name: word("name"), email: `${word("email")}@example.org` };
    const guest = isConfirmed
      ? await makeGuest(tx, id, { ...who, confirmedAt: new Date() }, { ...said })
      : await makeGuest(tx, id, { ...who, ...said });
    if (guest.registration) paths.push(`/events/${slug}/check-in/${guest.registration.id}`);
  }
}

/** What somebody is told of their own registration, and what not: the words on them before all are told. */
async function plantOwnParty({ tx, sow, paths }: Ground, member: Owner): Promise<void> {
  for (const state of ["pending", "confirmed"] as const) {
    const slug = `canary-${randomUUID()}`;
    const readers = state === "confirmed" ? [member.accountId] : NOBODY;
    const onlineUrl = sowAddress(sow, readers);
    const event = { slug, moderation: "published", audience: "members", onlineUrl } as const;
    const { id } = await makeEvent(tx, [], event);
    const own = (column: string) =>
      sow(`own event_registrations.${column}`, member.accountId, KEEPERS);
    const marked = {
      ...{ verdict: "not-selected" as const, reasonCode: "other" },
      reasonWords: sow("event_registrations.reason_words of one's own", null, KEEPERS),
    };
    await makeRegistration(tx, {
      ...{ eventId: id, memberId: member.memberId, state },
      ...{ companions: [own("companions")], note: own("note") },
      ...(state === "pending" && marked),
    });
    paths.push(`/events/${slug}`, `/events/${slug}/register`);
    paths.push(`/events/${slug}/registrations?state=${state}`);
  }
}
