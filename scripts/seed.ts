import { closeDatabase, transaction, workAsOwner } from "@/db/client";
import { seedDemoClub } from "./seed/demo-club";
import { seedFounding } from "./seed/founding";
import { correctFounding } from "./seed/founding-corrections";
import { seedHeritage } from "./seed/founding-heritage";

/**
 * What every club begins with, once, and corrections of it where nobody touched it; with `--demo` the fictitious demo club in an empty database: one that holds an account is
 * left alone.
 */
const DEADLINE_MS = 120_000;

try {
  workAsOwner(DEADLINE_MS);
  const founding = await transaction(seedFounding);
  if (founding > 0) console.log(`${founding} agreements between Lyon and China`);
  const items = await transaction(seedHeritage);
  if (items > 0) console.log(`${items} dates, institutions and figures of the century`);
  const corrected = await transaction(correctFounding);
  if (corrected > 0) console.log(`${corrected} agreements and items corrected`);
  if (process.argv.includes("--demo")) await seedDemo();
} finally {
  await closeDatabase();
}

async function seedDemo(): Promise<void> {
  const made = await seedDemoClub();
  console.log(
    made
      ? `Demo club: ${Object.entries(made)
          .map(([noun, count]) => `${count} ${noun}`)
          .join(", ")}`
      : "The database already holds accounts: nothing was added",
  );
}
