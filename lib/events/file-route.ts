import "server-only";
import { route } from "@/lib/core/route";
import { fileUpload } from "@/lib/entries/files/file-upload";
import upload from "./file.upload.json" with { type: "json" };
import { EVENT_VERBS } from "./noun.queries";

/** Takes a file as one of the event's at this address. */
export const postFile = route(fileUpload(EVENT_VERBS, upload));
