import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Whether an account keeps an entry, both by key; nobody's does. */
export const isKeptEntry = (accountId: string | undefined, entryId: SQLWrapper): SQL<boolean> =>
  accountId === undefined
    ? sql<boolean>`false`
    : sql<boolean>`exists (select from bookmarks
        where bookmarks.account_id = ${accountId} and bookmarks.entry_id = ${entryId})`;
