import type { Transaction } from "@/db/client";
import {
  introductionAnswers,
  introductionPassings,
  introductions,
} from "@/db/schema/introductions";
import { today } from "@/lib/core/dates";
import { addRunningDays } from "@/lib/core/great-holidays";
import { WAIT_DAYS } from "@/lib/introductions/introduction-limits";
import { acceptedBy, askedBy, tellOfIntroduction, toPassOn } from "@/lib/introductions/notices";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { seedEvents } from "./demo-events";
import { DEMO } from "./demo-files";
import { seedNotices } from "./demo-notices";
import { daysAgo } from "./demo-times";

/** One exchange that was proposed and waits, one that was accepted, and one to be passed on, each between a French and a Chinese speaker. */
export async function seedIntroductions(tx: Transaction, keys: DemoKeys): Promise<void> {
  for (const introduction of DEMO.introductions) {
    const { asker, asked, through, locale, words, daysAgo: days, answer } = introduction;
    const createdAt = daysAgo(days);
    const [row] = await tx
      .insert(introductions)
      .values({
        askedBy: keyOf(keys.members, asker),
        asked: keyOf(keys.members, asked),
        ...{ locale, words, createdAt },
        endsOn: addRunningDays(today(createdAt), WAIT_DAYS),
      })
      .returning({ id: introductions.id });
    if (!row) throw new Error("an introduction of the demo was not made");
    const about = { subjectType: "introduction", subjectId: row.id } as const;
    const sides = { asker: sideOf(keys, asker), asked: sideOf(keys, asked) };
    const name = "introduction.asked";
    await seedEvents(tx, [{ ...about, name, actorId: sides.asker.accountId, data: {}, createdAt }]);
    if (through) {
      const goBetween = keyOf(keys.members, through);
      await tx.insert(introductionPassings).values({ introductionId: row.id, goBetween });
    }
    const asking = through
      ? tellOfIntroduction(
          { id: row.id, asker: sides.asker, between: sideOf(keys, through) },
          toPassOn(namesOf(asker), namesOf(asked), { words }),
        )
      : tellOfIntroduction({ id: row.id, ...sides }, askedBy(namesOf(asker), { words }));
    await seedNotices(tx, keys, { ...about, name, daysAgo: days, tell: asking });
    if (!answer) continue;
    await tx.insert(introductionAnswers).values({ introductionId: row.id, answer });
    const yes = { ...about, name: "introduction.accepted" };
    await seedEvents(tx, [
      { ...yes, actorId: sides.asked.accountId, data: {}, createdAt: new Date() },
    ]);
    const telling = tellOfIntroduction({ id: row.id, ...sides }, acceptedBy(namesOf(asked), null));
    await seedNotices(tx, keys, { ...yes, daysAgo: 0, tell: telling });
  }
}

const sideOf = (keys: DemoKeys, slug: string) => ({ accountId: keyOf(keys.accounts, slug) });

function namesOf(slug: string) {
  const person = DEMO.members.find((one) => one.slug === slug);
  if (!person) throw new Error(`unknown in the demo: ${slug}`);
  return { ...person, nameZh: person.nameZh ?? null };
}
