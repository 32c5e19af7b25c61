import { count, eq, max, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "./client";
import { makeActivity, makeMember } from "./factories";
import { accounts } from "./schema/accounts";
import { activities } from "./schema/activities";
import { consents } from "./schema/consents";
import { members } from "./schema/members";
import { statementsOf } from "./statement-count";
import { type Read, together } from "./together";

afterAll(closeDatabase);

let member: Awaited<ReturnType<typeof makeMember>>;

beforeEach(async () => {
  member = await transaction(async (tx) => {
    const made = await makeMember(tx, {
      sectors: ["energy"],
      languages: ["fr", "zh"],
      nameZh: "王芳",
    });
    await makeActivity(tx, made.memberId, { title: { fr: 'L’eau : $1, "deux" \\ 三' } });
    await makeActivity(tx, made.memberId, { until: 2024, cities: [] });
    return made;
  });
});

/** Of many kinds of column, two of one name, one that is null. */
const readMember = (read: Read) =>
  read((db) =>
    db
      .select({
        id: members.id,
        accountId: accounts.id,
        sectors: members.sectors,
        languages: members.languages,
        visibility: members.visibility,
        createdAt: members.createdAt,
        registeredAt: accounts.createdAt,
        hiddenAt: members.hiddenAt,
        isActive: sql<boolean>`${accounts.status} = ${"active"}`,
      })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(members.id, member.memberId)),
  );

const readActivities = (read: Read) =>
  read((db) =>
    db
      .select({
        slug: activities.slug,
        title: activities.title,
        until: activities.until,
        confirmedOn: activities.confirmedOn,
      })
      .from(activities)
      .where(eq(activities.memberId, member.memberId))
      .orderBy(activities.slug),
  );

const readCount = (read: Read) =>
  read((db) =>
    db
      .select({ total: count(), last: max(consents.givenAt) })
      .from(consents)
      .where(eq(consents.accountId, member.accountId)),
  );

const readNothing = (read: Read) =>
  read((db) => db.select({ id: members.id }).from(members).where(sql`false`));

describe("together", () => {
  test("gives what each read gives alone, in one statement", async () => {
    const all = (read: Read) =>
      Promise.all([readMember(read), readActivities(read), readCount(read), readNothing(read)]);
    const alone = await all(query);
    expect(alone.map(({ length }) => length)).toEqual([1, 2, 1, 0]);
    const { result, statements } = await statementsOf(() => together(all));
    expect(result).toEqual(alone);
    expect(statements).toBe(1);
  });

  test("what asks on from an answer goes together next", async () => {
    const chain = async (read: Read) => {
      const [row] = await readMember(read);
      return [row?.id, await readActivities(read)];
    };
    const { result, statements } = await statementsOf(() =>
      together((read) => Promise.all([chain(read), chain(read), readCount(read)])),
    );
    expect(statements).toBe(2);
    expect(result[0]).toEqual([member.memberId, await readActivities(query)]);
    expect(result[1]).toEqual(result[0]);
  });

  test("what reads nothing sends nothing", async () => {
    const { result, statements } = await statementsOf(() => together(async () => 7));
    expect([result, statements]).toEqual([7, 0]);
  });

  test("what goes wrong with one is told to all of them, and the next reads go on", async () => {
    const broken = (read: Read) => read((db) => db.select({ one: sql`1 / 0` }).from(members));
    const settled = await together((read) =>
      Promise.allSettled([readMember(read), broken(read), readCount(read)]),
    );
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(await together(readMember)).toHaveLength(1);
  });
});

test("what fails is the server's own error, without the values that were sent", async () => {
  const wrong = together((read) =>
    read((db) => db.select({ id: accounts.id }).from(accounts).where(sql`${"a secret"}::int = 1`)),
  );
  const error = await wrong.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "PostgresError", code: "22P02" });
});
