import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { again } from "@/db/again";
import { closeDatabase, query, type Transaction, transaction, workAsOwner } from "@/db/client";
import { makeAccount, makeInterest, makeMember, makeProject, makeRoom } from "@/db/factories";
import { rateLimits } from "@/db/schema/rate-limits";
import { eraseAccount } from "@/lib/accounts/erasure.mutations";
import { changeRole, suspendAccount } from "@/lib/accounts/mutations";
import { AppError } from "@/lib/core/errors";
import { endInterests } from "@/lib/interests/ending.mutations";
import { acceptInterest, sendInterest, withdrawInterest } from "@/lib/interests/mutations";
import { withdrawProject } from "@/lib/projects/mutations";
import { postMessage } from "@/lib/rooms/discussion.mutations";
import { closeRoom } from "@/lib/rooms/mutations";
import { removeFromRoom } from "@/lib/rooms/people.mutations";
import { provideDatabase } from "./test-database.mjs";

/**
 * `scripts/hard-deadlocks.ts [rounds]`: verbs that hold the same rows are let go at once, with an erasure among them and
 * two transactions that lock in opposite order. Each must end as its own act or as a refusal in words, never in an error.
 */

const ROUNDS = Number(process.argv[2] ?? 100);
const LANES = 3;
const DEADLINE_MS = 30_000;
const WORDS = "Nous achetons depuis dix ans à Ningbo et partagerions nos commandes. "
  .repeat(3)
  .trim();

type Act = () => Promise<unknown>;
type World = Awaited<ReturnType<typeof makeWorld>>;

const inTransaction =
  (run: (tx: Transaction) => Promise<unknown>): Act =>
  () =>
    transaction(async (tx) => void (await run(tx)));

/** Two projects whose owners answer each other, a partner in both rooms, and two administrators. */
function makeWorld() {
  return transaction(async (tx) => {
    const [a, b, c] = [await makeMember(tx), await makeMember(tx), await makeMember(tx)];
    const online = {
      moderation: "published",
      progress: "seeking-partners",
      publishedAt: new Date(),
    } as const;
    const [ofA, ofB] = [
      await makeProject(tx, a.memberId, online),
      await makeProject(tx, b.memberId, online),
    ];
    const room = await makeRoom(tx, ofA.id, [a.memberId, c.memberId]);
    const interest = await makeInterest(tx, ofA.id, c.memberId);
    const admins = [
      await makeAccount(tx, { role: "administrator" }),
      await makeAccount(tx, { role: "administrator" }),
    ] as const;
    const keys = ["one", "two"].map((name) => `hard:${name}:${crypto.randomUUID()}`);
    await tx.insert(rateLimits).values(keys.map((key) => ({ key, points: 0 })));
    return { a, b, c, ofA, ofB, room, interest, admins, keys };
  });
}

const send = (who: World["a"], projectId: string) =>
  inTransaction((tx) =>
    sendInterest(tx, who, {
      projectId,
      organisationId: null,
      locale: "fr",
      cooperation: WORDS,
      unclear: WORDS,
      about: WORDS,
      isNamed: false,
    }),
  );

/** Holds one row and then the other; whoever comes from the other side meets it half-way. */
const crossing = (first = "", second = "") =>
  inTransaction(async (tx) => {
    for (const key of [first, second]) {
      const points = sql`${rateLimits.points} + 1`;
      await tx.update(rateLimits).set({ points }).where(eq(rateLimits.key, key));
      await sleep(30);
    }
  });

function actsOf(
  { a, b, c, ofA, ofB, room, interest, admins }: World,
  erase: (id: string) => Promise<unknown>,
): Act[] {
  const roomId = room.id;
  const decision = { version: 1, reasonCode: "other", words: "An essay." };
  return [
    inTransaction((tx) => acceptInterest(tx, a, { interestId: interest.id, version: 1 })),
    inTransaction((tx) =>
      withdrawInterest(tx, c, { interestId: interest.id, version: 1, words: "" }),
    ),
    inTransaction(async (tx) => {
      const input = { projectId: ofA.id, version: ofA.version };
      const { wasOnline } = await withdrawProject(tx, a, input);
      await endInterests(tx, a, { projectId: ofA.id, wasOnline });
    }),
    send(b, ofA.id),
    send(a, ofB.id),
    inTransaction((tx) => postMessage(tx, c, { roomId, words: "Bonjour", mentions: [a.memberId] })),
    inTransaction((tx) => closeRoom(tx, a, { roomId, version: 1 })),
    inTransaction((tx) => removeFromRoom(tx, a, { roomId, memberId: c.memberId })),
    inTransaction((tx) => suspendAccount(tx, admins[0], { accountId: a.accountId, ...decision })),
    inTransaction((tx) =>
      suspendAccount(tx, admins[1], { accountId: admins[0].accountId, ...decision }),
    ),
    inTransaction((tx) =>
      changeRole(tx, admins[0], { accountId: admins[1].accountId, version: 1, role: "moderator" }),
    ),
    () => erase(c.accountId),
  ];
}

const failures: unknown[] = [];

async function playRound(erase: (id: string) => Promise<unknown>): Promise<boolean> {
  const world = await makeWorld();
  const [one, other] = world.keys;
  const acts = [
    crossing(one, other),
    crossing(other, one),
    ...actsOf(world, erase).sort(() => Math.random() - 0.5),
  ];
  const wrong: unknown[] = [];
  await Promise.all(
    acts.map((act) => act().catch((error) => error instanceof AppError || wrong.push(error))),
  );
  const [total] = await query((db) =>
    db
      .select({ points: sql<number>`sum(${rateLimits.points})::int` })
      .from(rateLimits)
      .where(sql`${rateLimits.key} in ${world.keys}`),
  );
  if (total?.points !== 4) wrong.push(new Error(`4 crossings were written, not ${total?.points}`));
  failures.push(...wrong);
  return wrong.length === 0;
}

async function playAll(ownerUrl: string): Promise<boolean> {
  const owner = postgres(ownerUrl, { max: LANES, fetch_types: false, onnotice: () => {} });
  const erase = (accountId: string) =>
    again(() =>
      drizzle(owner, { casing: "snake_case" }).transaction((tx) =>
        eraseAccount(tx, "portal", { accountId }),
      ),
    );
  let left = ROUNDS;
  let failed = 0;
  const lane = async () => {
    while (left-- > 0) if (!(await playRound(erase))) failed += 1;
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await closeDatabase();
  // A connection tells what it met when it has been idle, or ends.
  await sleep(1000);
  const [met] =
    await owner`select deadlocks::int from pg_stat_database where datname = current_database()`;
  await owner.end();
  for (const error of failures.slice(0, 5)) console.error(error);
  console.log(`deadlock: ${ROUNDS} rounds, ${failed} failed (${met?.deadlocks} deadlocks met)`);
  return failed === 0;
}

const database = await provideDatabase();
Object.assign(process.env, { AUTH_SECRET: randomBytes(32).toString("hex"), ...database.env });
// What is tried is who waits for whom, not how quick the machine is.
workAsOwner(DEADLINE_MS);
const isGood = await playAll(database.env.DATABASE_OWNER_URL).catch((error: unknown) => {
  console.error(error);
  return false;
});
await database.remove();
process.exit(isGood ? 0 : 1);
