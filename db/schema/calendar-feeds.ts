import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "../columns";
import { accounts } from "./accounts";

/** The address by which an account's calendar follows its events: whoever knows it reads them. */
export const calendarFeeds = pgTable("calendar_feeds", {
  accountId: uuid("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  /** SHA-256 of the secret in the address, which is kept nowhere. */
  tokenHash: text("token_hash").notNull().unique(),
  createdAt: createdAt(),
});
