import type { EntryKind } from "@/db/enums";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";

export type Person = { accountId: string; memberId: string };
type Thing = { id: string; slug: string };

/** Who is around what is told: keys alone, on paper or in a database. */
export type ToldWorld = {
  /** Of everything: the project, the experience, the other entries. */
  owner: Person;
  /** Asked, translated, answers the project, is in its room. */
  partner: Person;
  /** In the room too. */
  colleague: Person;
  /** Asked into the room. */
  guest: Person;
  /** Of the organisation. */
  manager: Person;
  /** Outside the organisation, of which they ask. */
  person: Person;
  entries: Record<EntryKind, Thing>;
  revision: { id: string };
  organisation: Thing;
  /** What the owner once handed in, and does. */
  application: { id: string };
  activity: { id: string };
  interest: { id: string };
  /** The partner has asked the owner, who said yes. */
  introduction: { id: string };
  room: { id: string };
  /** What everything is called. */
  title: LocalizedText;
};

export const PEOPLE = ["owner", "partner", "colleague", "guest", "manager", "person"] as const;

const onPaper = (word: string) => ({ id: word, slug: word });
const someone = (word: string): Person => ({ accountId: word, memberId: word });

/** The same without a database: each key is a word. */
export const WORLD_ON_PAPER: ToldWorld = {
  owner: someone("owner"),
  partner: someone("partner"),
  colleague: someone("colleague"),
  guest: someone("guest"),
  manager: someone("manager"),
  person: someone("person"),
  entries: {
    project: onPaper("project"),
    experience: onPaper("experience"),
    cooperation: onPaper("cooperation"),
    heritage: onPaper("heritage"),
    page: onPaper("page"),
    ask: onPaper("ask"),
    event: onPaper("event"),
  },
  revision: onPaper("revision"),
  organisation: onPaper("organisation"),
  application: onPaper("application"),
  activity: onPaper("activity"),
  interest: onPaper("interest"),
  introduction: onPaper("introduction"),
  room: onPaper("room"),
  title: { fr: "Soieries du Parc", zh: "公园丝绸" },
};
