import { ENTRY_KINDS } from "@/db/enums";
import { listFiles, readSource } from "../house/house-files";

/** That somebody hears of an event, by a kind of notice: one place of a room's table. */
export type NoticeRow = { event: string; who: string; kind: string };

/** The files of the rooms that say who hears of what, as paths from the root. */
export const listTables = () => listFiles("lib").filter((file) => /[/-]notices\.ts$/.test(file));

const EVENT = /(?:"([a-z-]+\.[a-z-]+)": |\[`\$\{kind\}(\.[a-z-]+)`, )\{([^}]*)\}/g;
const HEARS = /(\w+): "(\w+)"/g;
/** Who hears beside a table, with the row it comes with. */
const BESIDE = /kind: "(\w+)" as const/g;

/** All rows of one table, as its source has them; each event of questions once for every kind of entry. */
export function rowsOf(source: string): NoticeRow[] {
  return [...source.matchAll(EVENT)].flatMap(([, named, past, hears = ""]) => {
    const events = named ? [named] : ENTRY_KINDS.map((kind) => `${kind}${past}`);
    const told = [...hears.matchAll(HEARS)];
    return events.flatMap((event) => told.map(([, who = "", kind = ""]) => ({ event, who, kind })));
  });
}

/** What is told beside a table: the authors of translations, as a text comes online. */
const ONLINE = ["project.published", "revision.published"] as const;

/** The rows of all rooms, and those beside them. */
export function listNoticeRows(): NoticeRow[] {
  return listTables()
    .map(readSource)
    .flatMap((source) => [
      ...rowsOf(source),
      ...[...source.matchAll(BESIDE)].flatMap(([, kind = ""]) =>
        ONLINE.map((event) => ({ event, who: "author", kind })),
      ),
    ]);
}
