import type { SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { EntryLevel } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Facts } from "@/lib/core/events/facts";
import type { Tell } from "@/lib/core/events/record";
import type { LockedEntry } from "./locked.queries";
import type { Noun } from "./noun";

/** What is said as a text is handed in: that whom it names agree. */
export type HandedIn = { agreed?: boolean };

/** What the shared verbs leave to a kind of entry. */
export type NounVerbs = Noun & {
  /** Whether its owner has accepted the viewer, of rows of `entries`; nobody where a kind knows no acceptance. */
  contact?(viewer: Viewer | null): SQL<boolean>;
  /** Whom of those who may read it at all what is online is for, of rows of `entries`; all of them where a kind does not choose. */
  isFor?(viewer: Viewer | null): SQL | undefined;
  /** The columns that follow from its content: what it is searched by, what is shown without a name. */
  derive(tx: Transaction, entry: LockedEntry): Promise<object>;
  /** Whether its owner's text goes online before the club team reads it: held until the transaction ends. */
  trusts?(tx: Transaction, entry: LockedEntry): Promise<boolean>;
  /** What its own table notes as a text of it goes online, said by its owner at `saidAt`: an edit as it was handed in, unless it is of translations alone. */
  whenOnline?(saidAt: SQL): object;
  /** Refuses, on its field, a content that is not finished or may not be read by others. */
  requireReady(tx: Transaction, entry: LockedEntry, content: object, said: HandedIn): Promise<void>;
  /** Refuses a file by its name, on the `field` that sends it, or one that others are to open by now. */
  requireFile?(
    tx: Transaction,
    entry: LockedEntry,
    file: { name: string; level: EntryLevel; field?: string },
  ): Promise<void>;
  /** Refuses to take it back, or to put it away, while others count on what is online. */
  requireClosable?(tx: Transaction, entry: LockedEntry): Promise<void>;
  /** Refuses a question to whoever keeps it, where nothing is asked of it any more. */
  requireAskable?(tx: Transaction, entry: { id: string }): Promise<void>;
  /** What follows once it has come online, again too. */
  afterPublication?(tx: Transaction, entry: LockedEntry): Promise<void>;
  /** What follows once an edit has taken the place of what was online. */
  afterEdit?(tx: Transaction, before: LockedEntry, now: LockedEntry): Promise<void>;
  /** Its owner hears of it. */
  tellOwner(entry: LockedEntry, facts?: Facts): Tell;
  /** What in a part of its content (`summary.zh`) tells readers who are not told who its owner is; nothing, where it is told. */
  findIdentities?(
    tx: Transaction,
    entry: LockedEntry,
    content: object,
  ): Promise<{ field: string; found: string }[]>;
};
