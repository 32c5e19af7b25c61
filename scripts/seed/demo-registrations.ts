import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { eventRegistrations } from "@/db/schema/registrations";
import { type DemoKeys, keyOf } from "./demo-decisions";

type DemoRegistration = {
  event: string;
  member: string;
  state: "confirmed" | "pending";
  companions?: string[];
  note?: string;
  isShown?: boolean;
};

const EVENING = "chinese-new-year-evening-year-of-the-goat";
const LEAVING = "leaving-china-without-losing-everything";
const MISSION = "mission-to-guangzhou-foshan-and-shenzhen";

const DEMO_REGISTRATIONS: DemoRegistration[] = [
  {
    ...{ event: EVENING, member: "samira-bellacourt", state: "confirmed", isShown: true },
    companions: ["Nour Bellacourt"],
  },
  { event: EVENING, member: "lin-meihua", state: "confirmed", isShown: true },
  { event: EVENING, member: "clemence-orbagnat", state: "confirmed" },
  { event: LEAVING, member: "karim-bensalvy", state: "confirmed", isShown: true },
  { event: LEAVING, member: "pauline-orgelet", state: "confirmed", isShown: true },
  {
    ...{ event: MISSION, member: "karim-bensalvy", state: "pending" },
    note: "Je cherche un façonnier à Foshan.",
  },
  { event: MISSION, member: "ines-cazalbert", state: "pending" },
  {
    ...{ event: MISSION, member: "wu-jialing", state: "pending" },
    note: "我可以在广州和深圳协助翻译。",
  },
];

/** Who comes to what the club holds next, and who asks to go on its mission. */
export async function seedRegistrations(tx: Transaction, keys: DemoKeys): Promise<void> {
  for (const { event, member, ...registration } of DEMO_REGISTRATIONS) {
    const [held] = await tx.select({ id: entries.id }).from(entries).where(eq(entries.slug, event));
    if (!held) throw new Error(`no event ${event} in the demo club`);
    await tx
      .insert(eventRegistrations)
      .values({ eventId: held.id, memberId: keyOf(keys.members, member), ...registration });
  }
}
