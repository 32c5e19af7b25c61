import { OF_DOCUMENTS, OF_FILES, saysRefusals } from "@/lib/core/files/upload-refusals";

const AT_TITLE = ["tooLong", "oneLine", "unreadableCharacters"] as const;

/** Whether the page says why a document was not brought. */
export const isDocumentRefusal = saysRefusals([
  ...AT_TITLE,
  ...OF_FILES,
  ...OF_DOCUMENTS,
  "roomFull",
  "roomClosed",
  "roleReadsOnly",
  "notFound",
]);

/** Whether it is the title that was refused, not the file. */
export function isTitleRefusal(code: unknown): code is (typeof AT_TITLE)[number] {
  return (AT_TITLE as readonly unknown[]).includes(code);
}
