import type { imports } from "@/db/schema/imports";
import { type CheckedRows, checkRows } from "./check-rows";
import type { ImportFile } from "./import-file";

type Stored = Pick<typeof imports.$inferSelect, "sheet" | "mapping" | "locale" | "dateOrder">;

/** The rows of a stored file, checked by what the club team said of it. */
export function checkSheet({ sheet, mapping, locale, dateOrder }: Stored): CheckedRows {
  return checkRows(sheet as ImportFile, mapping, { locale, dateOrder: dateOrder ?? undefined });
}
