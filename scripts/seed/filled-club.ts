import postgres from "postgres";
import { afterAll, beforeAll } from "vitest";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { buildIndexes } from "../indexes";
import { provideDatabase } from "../test-database.mjs";
import { fillClub, readMember } from "./large-club";

export const SIZE = { members: 10_000, organisations: 4_000, projects: 2_000 };

type Filled = Awaited<ReturnType<typeof provideDatabase>> & { viewer: Viewer };

let filled: Filled;

/**
 * A club of this size (`fillClub`) in a database of its own: filled once for all suites of `large-club.db.test.ts`, since
 * that takes longer than all they ask of it. They run in the order of their imports there; what one of them changes and
 * keeps, those after it see.
 */
export const filledClub = () => filled;

beforeAll(async () => {
  filled = await fill();
}, 480_000);

afterAll(() => filled.remove(), 60_000);

async function fill(): Promise<Filled> {
  const { env, remove } = await provideDatabase();
  const owner = env.DATABASE_OWNER_URL;
  const sql = postgres(owner, { max: 1, prepare: false, fetch_types: false, onnotice: () => {} });
  try {
    await sql`begin`;
    await fillClub(sql, SIZE);
    await sql`commit`;
    await buildIndexes(owner);
    await sql`vacuum analyze`;
    return { env, remove, viewer: await readMember(sql, 1) };
  } finally {
    await sql.end();
  }
}
