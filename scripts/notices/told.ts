import { acceptedBy, tellOfInterest } from "@/lib/interests/notices";
import {
  acceptedBy as metBy,
  passedOn,
  tellOfIntroduction,
  toPassOn,
} from "@/lib/introductions/notices";
import { tellOfRoom } from "@/lib/rooms/notices";
import { toldOfEntries } from "./told-of-entries";
import { about, type Told, toldOfAccounts, toldOfOrganisation } from "./told-of-people";
import { toldOfRegistrations } from "./told-of-registrations";
import type { ToldWorld } from "./told-world";

const words = "Merci";
const contacts = { email: "a@example.org", phone: null, wechat: null };

function toldOfExchanges({ owner, partner, entries, interest, title, ...world }: ToldWorld) {
  const { slug } = entries.project;
  const texts = { title, toldTitle: title, originalLocale: "fr" } as const;
  const told = { ...interest, ...texts, owner, sender: partner };
  const on = (more?: Parameters<typeof tellOfInterest>[1]): Told => ({
    subject: ["interest", interest.id],
    tell: tellOfInterest(told, more),
    hears: { owner: [owner], sender: [partner] },
  });
  const card = { ...about, ...contacts, jobTitle: title, organisation: title } as const;
  const person = { ...card, memberId: owner.memberId ?? "" };
  const accepted = { ...person, originalLocale: "fr" } as const;
  const { introduction } = world;
  const met = { ...introduction, asker: partner, asked: owner };
  const onMeeting = (more: Parameters<typeof tellOfIntroduction>[1]): Told => ({
    subject: ["introduction", introduction.id],
    tell: tellOfIntroduction(met, more),
    hears: { asked: [owner], asker: [partner] },
  });
  const asking: Told = {
    subject: ["introduction", introduction.id],
    tell: tellOfIntroduction(
      { ...met, between: world.colleague },
      toPassOn(about, about, { words }),
    ),
    hears: { asked: [owner], between: [world.colleague] },
  };
  return {
    "introduction.asked": asking,
    "introduction.passed-on": onMeeting(passedOn(about, about, { words, note: words })),
    "introduction.accepted": onMeeting(metBy(about, { ...accepted, jobTitle: { fr: words } })),
    "interest.sent": on(),
    "interest.more-asked": on({ words }),
    "interest.answered": on({ words }),
    "interest.accepted": on(acceptedBy(accepted, slug)),
    "interest.declined": on({ reasonCode: "other", words }),
    "interest.withdrawn": on({ words }),
    "interest.concluded": on({ facts: { state: "talks" } }),
    "interest.message-written": on({ words }),
    "interest.reminded": on({ words, facts: { day: "1er mai 2027" } }),
    "interest.lapsed": on(),
    "interest.ended": on(),
    "interest.project-taken-offline": on(),
  } satisfies Record<string, Told>;
}

const ROOM_EVENTS = [
  "reopened",
  "closed",
  "person-added",
  "owner-returned",
  "role-changed",
  "person-removed",
  "left",
  "message-posted",
  "invitation-sent",
  "invitation-accepted",
  "invitation-declined",
  "project-over",
  "owner-gone",
  "project-offered",
  "project-taken-over",
];

function toldOfRooms({ owner, partner, colleague, guest, entries, title, ...world }: ToldWorld) {
  const texts = { title, toldTitle: title, originalLocale: "fr" } as const;
  const { slug } = entries.project;
  const room = { ...world.room, ...texts, slug, ownerId: owner.memberId };
  const others = [colleague.memberId];
  const told = { others, hosts: [owner.memberId], readers: [partner.memberId], about, words };
  return Object.fromEntries(
    ROOM_EVENTS.map((past): [string, Told] => {
      const one = past === "invitation-sent" ? guest : partner;
      const tell = tellOfRoom(room, { ...told, one: one.memberId, role: "adviser" });
      const hears = { one: [one], others: [colleague], hosts: [owner], readers: [partner] };
      return [`room.${past}`, { subject: ["room", world.room.id], tell, hears }];
    }),
  );
}

/** Each event that somebody hears of, told to all who may hear of it. An event of a room's table that is not here fails. */
export const toldIn = (world: ToldWorld): Record<string, Told> => ({
  ...toldOfAccounts(world),
  ...toldOfOrganisation(world),
  ...toldOfEntries(world),
  ...toldOfRegistrations(world),
  ...toldOfExchanges(world),
  ...toldOfRooms(world),
});
