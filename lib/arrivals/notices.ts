import { addDays, formatDay } from "@/lib/core/dates";
import { inEachLanguage } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import { type ArrivalDays, keptUntil, LINK_DAYS } from "./policy";

const NOTICES: NoticeTable<"arrival"> = {
  "account.invited": { arrival: "comeIn" },
  "account.reminded": { arrival: "comeInAgain" },
};

/**
 * How a person hears that the club has brought them in: since when, until when the link that the letter alone holds works,
 * and until when what is held of them is kept. `day` is today, `YYYY-MM-DD`.
 */
export function tellArrival(
  accountId: string,
  days: Omit<ArrivalDays, "remindedOn">,
  { token, day }: { token: string; day: string },
) {
  const written = (one: string) => inEachLanguage((locale) => formatDay(one, locale));
  return tellBy(NOTICES, {
    people: { arrival: { accountId } },
    facts: {
      since: written(days.broughtOn),
      until: written(addDays(day, LINK_DAYS)),
      end: written(keptUntil(days)),
    },
    letter: () => ({ to: `/come-in?token=${token}` }),
  });
}
