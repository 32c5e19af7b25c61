import { and, eq, isNull, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { VISIBILITIES } from "@/db/enums";
import { makeMember } from "@/db/factories";
import { changeAtOnce, listFaults, type Roll } from "@/db/line-faults";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { members } from "@/db/schema/members";
import { type SearchAudience, searchLines } from "@/db/schema/search";
import { FIELDS, levelOf, visibleLevels } from "@/lib/members/policy";
import { buildMemberSearch } from "@/lib/members/search-text";

type Member = Awaited<ReturnType<typeof makeMember>>;

// Counts are put together by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

const AUDIENCES = { members: "member", team: "moderator" } as const;

/** Everything that an audience's line of somebody holds. */
async function lineOf(memberId: string, audience: SearchAudience): Promise<string> {
  const isTheirs = and(eq(searchLines.subjectId, memberId), eq(searchLines.audience, audience));
  const rows = await query((db) =>
    db.execute<{ all: string }>(
      sql`select search_lines::text as all from ${searchLines} where ${isTheirs}`,
    ),
  );
  return rows[0]?.all ?? "";
}

const CANARIES = {
  nameZh: "黄莺",
  jobTitle: { fr: "canaritravail" },
  bio: { fr: "canaribio" },
  offers: { fr: "canarioffre" },
  needs: { fr: "canaribesoin" },
  languages: ["yue"],
  sectors: ["agrifood"],
  cities: ["guangzhou"],
  email: "canaricourriel@example.org",
  phone: "+8620canari",
  wechat: "canariwechat",
};

/** By these nobody is looked up, whoever sees them. */
const NEVER = /canaricourriel|8620canari|canariwechat/;

const SIGNS: Partial<Record<(typeof FIELDS)[number], RegExp>> = {
  nameZh: /huang/,
  jobTitle: /canaritravail/,
  bio: /canaribio/,
  offers: /canarioffre/,
  needs: /canaribesoin/,
  languages: /cantonais/,
  sectors: /agroalimentaire|sectors:/,
  cities: /guangzhou|cities:/,
  organisation: /canarimaison/,
};

describe.each(FIELDS)("%s stands in the lines of those who see it", (field) => {
  test.each([undefined, ...VISIBILITIES])("for %s", async (level) => {
    const visibility = level ? { [field]: level } : {};
    const shown = { familyName: "Anonyme", givenName: "Une", ...CANARIES, visibility };
    const organisation = { name: { fr: "canarimaison" }, visibility: "public" } as const;
    const values = { ...shown, ...buildMemberSearch(shown, organisation) };
    const { memberId } = await transaction((tx) => makeMember(tx, values));
    for (const [audience, role] of Object.entries(AUDIENCES)) {
      const viewer = { ...(await transaction((tx) => makeMember(tx))), role } as const;
      const isSeen = visibleLevels(viewer).includes(levelOf(visibility, field));
      const line = await lineOf(memberId, audience as SearchAudience);
      expect(line).toContain("anonyme");
      expect(line).not.toMatch(NEVER);
      const sign = SIGNS[field];
      if (sign) expect(sign.test(line)).toBe(isSeen);
    }
  });
});

const SECTORS = ["agrifood", "energy", "logistics"];

/** Any change that decides on a line. */
async function change({ accountId, memberId }: Member, roll: Roll) {
  const set = (values: Partial<typeof members.$inferInsert>) =>
    query((db) => db.update(members).set(values).where(eq(members.id, memberId)));
  const living = and(
    eq(consents.accountId, accountId),
    eq(consents.purpose, "members-directory"),
    isNull(consents.withdrawnAt),
  );
  const agreed = { accountId, purpose: "members-directory", textVersion: 1, locale: "fr" } as const;
  switch (roll(7)) {
    case 0:
      return set({ sectors: SECTORS.slice(roll(3)) });
    case 1:
      return set({ visibility: { sectors: VISIBILITIES[roll(5)] ?? "self" } });
    case 2:
      return set({ searchNames: ` montclair n${roll(99)} `, sortLatin: `Montclair ${roll(99)}` });
    case 3:
      return set({ hiddenAt: roll(2) === 0 ? new Date() : null });
    case 4: {
      const status = roll(2) === 0 ? "active" : "suspended";
      return query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, accountId)));
    }
    case 5:
      return query((db) => db.update(consents).set({ withdrawnAt: new Date() }).where(living));
    default:
      return transaction((tx) => tx.insert(consents).values(agreed).onConflictDoNothing());
  }
}

test("after 500 changes by eight at once, and what is put together meanwhile, lines and counts are right", async () => {
  const people = await transaction(async (tx) => {
    const made: Member[] = [];
    for (let n = 0; n < 10; n++) made.push(await makeMember(tx, { sectors: SECTORS.slice(n % 3) }));
    return made;
  });
  await changeAtOnce(async (roll) => {
    const one = people[roll(people.length)];
    if (one) await change(one, roll);
  });
  expect(await listFaults("member")).toEqual([]);
  await query((db) => db.execute(sql`select search.tidy()`));
  expect(await listFaults("member")).toEqual([]);
});

test("every Chinese character is looked up by itself and with its neighbour, any other by the words it is in", async () => {
  const all = Array.from({ length: 0x32_000 }, (_, code) => code)
    .filter((code) => code < 0xd8_00 || code > 0xdf_ff)
    .map((code) => String.fromCodePoint(code));
  const han = all.filter((sign) => /\p{Script=Han}/u.test(sign) && /\p{L}|\p{N}/u.test(sign));
  const other = all.filter((sign) => /\p{L}|\p{N}/u.test(sign) && !/\p{Script=Han}/u.test(sign));
  const missed = (signs: string[], key: string) =>
    query((db) =>
      db.execute<{ sign: string }>(sql`
        select sign from string_to_table(${signs.join(" ")}, ' ') sign
        where not search.words(' ' || sign || 'x'::text || sign || ' ', '{}') @@ ('''' || ${sql.raw(key)} || '''')::tsquery`),
    );
  expect(han.length).toBeGreaterThan(90_000);
  expect(await missed(han, "sign")).toEqual([]);
  expect(await missed(other, "sign || 'x' || sign")).toEqual([]);
});
