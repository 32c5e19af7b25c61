import { afterAll, beforeAll, expect, test } from "vitest";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { makeIntroduction } from "@/db/introduction-factory";
import type { Read } from "@/db/together";
import { listColleagues } from "@/lib/dues/people.queries";
import { introductionKeys } from "@/lib/introductions/listed.queries";
import { listDecisionsOn } from "@/lib/moderation/queries";
import { listNewestProjects, listSeekingProjects } from "@/lib/projects/listing.queries";
import { listKnown } from "@/lib/rooms/known.queries";
import { provideDatabase } from "../test-database.mjs";
import { fillClub, readMember } from "./large-club";
import { openWeighed } from "./weigh-reads";

let database: Awaited<ReturnType<typeof provideDatabase>>;
let { sql, db, weigh } = {} as ReturnType<typeof openWeighed>;

beforeAll(async () => {
  database = await provideDatabase();
  ({ sql, db, weigh } = openWeighed(database.env.DATABASE_OWNER_URL));
  await sql`begin`;
  await fillClub(sql, { members: 2000, organisations: 300, projects: 3000 });
  await sql`commit`;
  await sql`vacuum analyze members, accounts, consents, affiliations, entries, projects`;
}, 480_000);

afterAll(async () => {
  await sql.end();
  await database.remove();
}, 60_000);

const read: Read = async (run) => run(db);

test("a feed reads no more than it tells, whatever was hidden before that", async () => {
  const { list, buffers, statements } = await weigh(() => listNewestProjects(read));
  expect([list.length, statements]).toEqual([50, 1]);
  expect(buffers).toBeLessThanOrEqual(1_000);
  await sql`begin`;
  await sql`update entries set hidden_at = now() where id in (
    select id from entries order by published_at desc nulls last limit 500)`;
  const behind = await weigh(() => listNewestProjects(read));
  await sql`rollback`;
  expect(list.map(({ id }) => id)).not.toEqual(behind.list.map(({ id }) => id));
  expect(behind.buffers).toBeLessThanOrEqual(2_500);
});

test("of those that seek partners the front page reads the three it shows", async () => {
  const { list, buffers } = await weigh(() => listSeekingProjects(3, read));
  expect(list).toHaveLength(3);
  expect(buffers).toBeLessThanOrEqual(200);
});

test("a lead is offered those whom they know, without a look at every member", async () => {
  const { lead, roomId } = await db.transaction(async (tx) => {
    const [lead, met] = [await makeMember(tx), await makeMember(tx)];
    await makeIntroduction(tx, met.memberId, lead.memberId, "accepted");
    const project = await makeProject(tx, lead.memberId, { moderation: "published" });
    return { lead, roomId: (await makeRoom(tx, project.id, [lead.memberId])).id };
  });
  const { list, buffers } = await weigh(() => listKnown(lead, roomId, "fr", read));
  expect(list).toHaveLength(1);
  expect(buffers).toBeLessThanOrEqual(200);
});

test("those of one's organisation are read without the others", async () => {
  const { accountId } = await readMember(sql, 1);
  const { list, buffers } = await weigh(() => listColleagues(db, accountId));
  expect(list.map((one) => one.accountId)).toContain(accountId);
  expect(list.length).toBeGreaterThan(1);
  expect(buffers).toBeLessThanOrEqual(200);
});

test("what was decided on a person is read without what was decided on others", async () => {
  const member = await readMember(sql, 1);
  const moderator = { ...member, role: "moderator" as const };
  const owner =
    await sql`select m.account_id as "accountId", e.id from entries e join members m on m.id = e.owner_id limit 1`;
  const { accountId, id } = owner[0] ?? {};
  await sql`insert into decisions (subject_type, subject_id, verdict, decided_by)
    select 'project', case when n = 0 then ${id}::uuid else gen_random_uuid() end, 'published', ${member.accountId}::uuid
    from generate_series(0, 3000) n`;
  await sql`analyze decisions`;
  const { list, buffers } = await weigh(() => listDecisionsOn(moderator, accountId, "fr", read));
  expect(list.map(({ subjectId }) => subjectId)).toEqual([id]);
  expect(buffers).toBeLessThanOrEqual(100);
});

test("what stands between a member and others is read without what stands between those", async () => {
  await sql`insert into introductions (asked_by, asked, words, locale, ends_on)
    select a.id, b.id, 'Bonjour', 'fr', '2099-01-01' from generate_series(1, 5) turn
    join (select id, row_number() over (order by id) n from members) a on true
    join (select id, row_number() over (order by id) n from members) b on b.n = 1 + (a.n * 7 + turn) % 2000 and b.n <> a.n`;
  await sql`insert into introduction_answers (introduction_id, answer)
    select id, 'accepted' from introductions order by id limit 5000 on conflict do nothing`;
  await sql`insert into introduction_passings (introduction_id, go_between, answer)
    select id, (select id from members where slug = 'scale-2'), 'passed-on' from introductions order by introductions.id desc limit 500`;
  await sql`analyze introductions, introduction_answers, introduction_passings`;
  const reader = await readMember(sql, 1);
  const { memberId } = reader;
  if (!memberId) throw new Error("not a member");
  const { list, buffers } = await weigh(async () =>
    introductionKeys(db, { ...reader, memberId }, "2026-11-29"),
  );
  expect(list.length).toBeGreaterThanOrEqual(5);
  expect(buffers).toBeLessThanOrEqual(900);
});
