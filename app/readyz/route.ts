import { sql } from "drizzle-orm";
import { query } from "@/db/client";

export const dynamic = "force-dynamic";

const PATIENCE_MS = 2000;

async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = query((db) => db.execute(sql`select 1`)).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, patience]);
  } finally {
    clearTimeout(timer);
  }
}

/** 200 when the portal can serve pages that need the database, 503 otherwise. */
export async function GET() {
  return (await databaseAnswers())
    ? new Response("ready\n")
    : new Response("waiting for the database\n", { status: 503 });
}
