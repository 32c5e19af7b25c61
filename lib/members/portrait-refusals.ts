import { saysRefusals } from "@/lib/core/files/upload-refusals";

/** Whether the page says why a portrait was not set. */
export const isPortraitRefusal = saysRefusals([
  "portraitMissing",
  "portraitNotAPicture",
  "portraitTooLarge",
  "portraitTooManyPixels",
  "portraitUnreadable",
  "portraitTooOften",
]);
