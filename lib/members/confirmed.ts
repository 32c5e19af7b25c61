import { addMonths, today } from "@/lib/core/dates";

/** What a profile that was saved or confirmed today is: asked about in a year. */
export const confirmedToday = () => ({ confirmedOn: today(), askedAt: null });

/** Whether a profile that was last confirmed on a day, `YYYY-MM-DD`, is to be confirmed again today. */
export const isToConfirm = ({ confirmedOn }: { confirmedOn: string }): boolean =>
  confirmedOn <= addMonths(today(), -12);
