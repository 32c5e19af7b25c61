import type { Recipient } from "../mail/queue-mail";
import type { MailKind } from "../mail/render-mail";
import type { Facts } from "./facts";
import type { ClubEvent, Telling } from "./record";

/** A room's table: for each event that somebody hears of, who does, and by which kind of notice. */
export type NoticeTable<Who extends string> = Readonly<
  Record<string, { readonly [who in Who]?: MailKind }>
>;

type Hearing<Who extends string> = {
  /** Who stands for each word of the table; those left out hear nothing. */
  people: { readonly [who in Who]?: Recipient | readonly Recipient[] };
  /** What each of them may read. */
  facts: Facts | ((who: Who, to: Recipient) => Facts);
  thing?: Telling["thing"] | ((who: Who, to: Recipient) => Telling["thing"]);
  letter?: Telling["letter"];
};

/** What `record` tells by a room's table. An event that the table does not list is a mistake, and throws. */
export const tellBy =
  <Who extends string>(table: NoticeTable<Who>, { people, facts, thing, letter }: Hearing<Who>) =>
  ({ name }: Pick<ClubEvent, "name">): Telling[] => {
    const kinds = table[name];
    if (!kinds) throw new Error(`nobody is to hear of ${name}`);
    return (Object.keys(kinds) as Who[]).flatMap((who) => {
      const [kind, to] = [kinds[who], people[who]];
      if (!kind || !to) return [];
      return [to].flat().map((one) => ({
        kind,
        to: one,
        facts: typeof facts === "function" ? facts(who, one) : facts,
        ...(thing && { thing: typeof thing === "function" ? thing(who, one) : thing }),
        ...(letter && { letter }),
      }));
    });
  };
