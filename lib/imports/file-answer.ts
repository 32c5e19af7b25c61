import type { Locale } from "@/lib/core/i18n/locales";
import type { FileKind } from "./template";

const TYPES: Record<FileKind, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A file of people as the browser saves it; no cache keeps it. */
export function fileAnswer(bytes: Buffer, kind: FileKind, locale: Locale): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Cache-Control": "private, no-store",
      "Content-Type": TYPES[kind],
      "Content-Disposition": `attachment; filename="club-people-${locale}.${kind}"`,
    },
  });
}

/** The kind of file that an address asks for (`?kind=xlsx`); CSV unless it says so. */
export const askedKind = (asked: URLSearchParams): FileKind =>
  asked.get("kind") === "xlsx" ? "xlsx" : "csv";
