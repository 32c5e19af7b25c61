import "server-only";
import { AppError, authorize } from "@/lib/core/errors";
import { readSentFile } from "@/lib/core/files/check-file";
import { shownFileName } from "@/lib/core/files/file-name";
import { isLocale } from "@/lib/core/i18n/locales";
import { route } from "@/lib/core/route";
import { ENCODINGS } from "./encodings";
import upload from "./import.upload.json" with { type: "json" };
import { keepImport } from "./mutations";
import { canBringIn } from "./policy";
import { readImportFile } from "./read-file";
import { SEPARATORS } from "./separators";

/** Takes the file of the form's field `file` as a new import; its encoding and separator are guessed unless they were chosen. */
export const postImport = route({
  upload,
  limit: "file",
  tooOften: "fileTooOften",
  admit: async (viewer, { slug }) => authorize(canBringIn(viewer) && slug === "new"),
  read: async (form, asked) => {
    const { name, bytes } = await readSentFile(form, upload.field);
    const locale = asked.get("locale");
    const encoding = ENCODINGS.find((one) => one === form.get("encoding"));
    const separator = SEPARATORS.find((one) => one === form.get("separator"));
    const file = readImportFile(bytes, { encoding, separator });
    if (file.columns.length === 0) throw new AppError("importEmpty", { field: "file" });
    return { fileName: shownFileName(name), file, locale: isLocale(locale) ? locale : "fr" };
  },
  handle: async (tx, viewer, input) => {
    const { id } = await keepImport(tx, viewer, input);
    return { redirectTo: `/admin/import/${id}`, notice: "importRead" };
  },
});
