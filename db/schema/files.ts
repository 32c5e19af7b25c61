import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { bytes, createdAt, id, oneOf } from "../columns";
import { FILE_KINDS, type FileKind } from "../enums";

/**
 * The bytes of all that members upload: pictures drawn anew, PDF as it came. A row is never changed, and goes with the
 * one row that points to it (trigger `drop_file`).
 */
export const files = pgTable(
  "files",
  {
    id: id(),
    kind: text().$type<FileKind>().notNull(),
    /** Read by `readFile` alone: what lists show stands in narrow columns beside it. */
    content: bytes().notNull(),
    /** In bytes. */
    size: integer().notNull(),
    /** Of a picture, in pixels. */
    width: integer(),
    height: integer(),
    /** SHA-256 of the content. */
    hash: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [oneOf("files_kind_check", table.kind, FILE_KINDS)],
);
