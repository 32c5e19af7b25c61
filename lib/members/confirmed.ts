import { today } from "@/lib/core/dates";

/** What a profile that was saved or confirmed today is: asked about in a year. */
export const confirmedToday = () => ({ confirmedOn: today(), askedAt: null });
