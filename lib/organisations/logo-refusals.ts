import { saysRefusals } from "@/lib/core/files/upload-refusals";

/** Whether the page says why a logo was not set. */
export const isLogoRefusal = saysRefusals([
  "logoMissing",
  "logoNotAPicture",
  "logoTooLarge",
  "logoTooManyPixels",
  "logoUnreadable",
  "logoTooOften",
]);
