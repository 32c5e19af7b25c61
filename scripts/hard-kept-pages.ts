import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { closeDatabase, type Transaction, transaction, workAsOwner } from "@/db/client";
import { makeActivity, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { organisations } from "@/db/schema/organisations";
import { projects } from "@/db/schema/projects";

/**
 * `scripts/hard-kept-pages.ts [rounds]`, with two web servers of one portal (`ORIGINS`) and its database: visitors read
 * pages without pause while what stands on them is hidden and shown on another connection. What was hidden before a
 * visitor asked may be on no page of theirs, on neither server; what was shown has to be there.
 */

const ROUNDS = Number(process.argv[2] ?? 200);
const ORIGINS = (process.env.ORIGINS ?? "").split(",");
const READERS = 2;
const LONGEST_RACE_MS = 60;

type World = Awaited<ReturnType<typeof makeWorld>>;
type Change = (tx: Transaction, isShown: boolean) => Promise<unknown>;
/** Something that can be hidden: on which pages it stands, and by what one sees that it does. */
type Thing = { name: string; paths: string[]; set: Change; isOn: (page: string) => boolean };

const canary = (what: string) => `Canari ${what} ${crypto.randomUUID()}`;

function makeWorld() {
  return transaction(async (tx) => {
    const member = await makeMember(tx);
    const title = {
      project: canary("projet"),
      activity: canary("travail"),
      name: canary("maison"),
    };
    const organisation = await makeOrganisation(
      tx,
      { name: { fr: title.name }, sortLatin: "000", visibility: "public" },
      [member],
    );
    const activity = await makeActivity(tx, member.memberId, {
      title: { fr: title.activity },
      organisationId: organisation.id,
      visibility: "public",
    });
    const project = await makeProject(tx, member.memberId, {
      title: { fr: title.project },
      moderation: "published",
      progress: "seeking-partners",
    });
    return { member, organisation, activity, project, title };
  });
}

/** What the front page counts: this part of it is there again as it was. */
function ofFront(name: string, part: RegExp, set: Change): Thing {
  const partOf = (page: string) => page.match(part)?.[0] ?? "";
  let counted = "";
  return {
    name,
    paths: ["/fr"],
    isOn: (page) => partOf(page) === counted,
    set: async (tx, isShown) => {
      if (!isShown) counted = partOf((await read(ORIGINS[0] ?? "", "/fr")).page);
      await set(tx, isShown);
    },
  };
}

const at = (isShown: boolean) => (isShown ? null : new Date());

const hides =
  (table: typeof entries | typeof organisations | typeof activities, id: string): Change =>
  (tx, isShown) =>
    tx
      .update(table)
      .set({ hiddenAt: at(isShown) })
      .where(eq(table.id, id));

function thingsOf({ member, organisation, activity, project, title }: World): Thing[] {
  const ofProject = {
    paths: [`/fr/projects/${project.slug}`, "/fr/projects", "/fr"],
    isOn: (page: string) => page.includes(title.project),
  };
  let passing = "";
  return [
    {
      ...ofProject,
      name: "a project is taken down",
      set: hides(entries, project.id),
    },
    {
      ...ofProject,
      name: "an account is suspended",
      set: (tx, isShown) =>
        tx
          .update(accounts)
          .set({ status: isShown ? "active" : "suspended" })
          .where(eq(accounts.id, member.accountId)),
    },
    {
      ...ofProject,
      name: "a deadline passes",
      paths: ofProject.paths.slice(1),
      set: (tx, isShown) =>
        tx
          .update(projects)
          .set({ deadline: isShown ? null : "2014-03-26" })
          .where(eq(projects.id, project.id)),
    },
    {
      name: "an organisation is hidden",
      paths: [
        `/fr/organisations/${organisation.slug}`,
        "/fr/organisations",
        `/fr/activities/${activity.slug}`,
      ],
      isOn: (page) => page.includes(title.name),
      set: hides(organisations, organisation.id),
    },
    {
      name: "an activity is for members alone",
      paths: [`/fr/activities/${activity.slug}`, "/fr/activities"],
      isOn: (page) => page.includes(title.activity),
      set: (tx, isShown) =>
        tx
          .update(activities)
          .set({ visibility: isShown ? "public" : "members", confirmedOn: sql`now()` })
          .where(eq(activities.id, activity.id)),
    },
    ofFront(
      "an activity is taken down",
      /id="drawing"[\s\S]*?<\/section>/,
      hides(activities, activity.id),
    ),
    ofFront("a member leaves the directory", /id="numbers"[\s\S]*?<\/dl>/, (tx, isShown) =>
      tx
        .update(consents)
        .set({ withdrawnAt: at(isShown) })
        .where(eq(consents.accountId, member.accountId)),
    ),
    {
      name: "a project is withdrawn",
      paths: ["/fr/projects", "/fr"],
      isOn: (page) => page.includes(passing),
      set: async (tx, isShown) => {
        if (!isShown)
          return tx
            .update(entries)
            .set({ moderation: "withdrawn" })
            .where(sql`${entries.title} ->> 'fr' = ${passing}`);
        passing = canary("passage");
        await makeProject(tx, member.memberId, {
          title: { fr: passing },
          moderation: "published",
          progress: "seeking-partners",
        });
      },
    },
  ];
}

const tally = { reads: 0, kept: 0, stale: 0, late: 0, faults: new Map<string, number>() };

/** A page as somebody gets it of whom nothing is known. */
async function read(origin: string, path: string) {
  const asked = performance.now();
  const answer = await fetch(origin + path, { headers: { accept: "text/html" } });
  const page = await answer.text();
  if (answer.status !== 200 && answer.status !== 404) throw new Error(`${path}: ${answer.status}`);
  tally.reads += 1;
  if (answer.headers.has("content-length")) tally.kept += 1;
  return { asked, page };
}

function note(what: "stale" | "late", { name }: Thing, path: string) {
  tally[what] += 1;
  const fault = `${what}: ${name} (${path.replace(/[\w-]{36,}/, "…")})`;
  tally.faults.set(fault, (tally.faults.get(fault) ?? 0) + 1);
}

type Place = { origin: string; path: string };

const everywhere = (paths: string[]): Place[] =>
  ORIGINS.flatMap((origin) => paths.map((path) => ({ origin, path })));

async function playRound(thing: Thing) {
  const set = (isShown: boolean) => transaction(async (tx) => void (await thing.set(tx, isShown)));
  let hidden = Number.POSITIVE_INFINITY;
  let isOver = false;
  const look = async ({ origin, path }: Place) => {
    const { asked, page } = await read(origin, path);
    const isOn = thing.isOn(page);
    if (isOn && asked > hidden) note("stale", thing, path);
    return isOn;
  };
  const places = everywhere(thing.paths);
  const racing = places
    .flatMap((place) => Array.from({ length: READERS }, () => place))
    .map(async (place) => {
      while (!isOver) await look(place);
    });
  await sleep(Math.random() * LONGEST_RACE_MS);
  await set(false);
  hidden = performance.now();
  await Promise.all(places.map(look));
  isOver = true;
  await Promise.all(racing);
  hidden = Number.POSITIVE_INFINITY;
  await set(true);
  await Promise.all(
    places.map(async (place) => {
      if (!(await look(place))) note("late", thing, place.path);
    }),
  );
}

async function playAll() {
  const things = thingsOf(await makeWorld());
  for (const thing of things) await transaction(async (tx) => void (await thing.set(tx, true)));
  for (let round = 0; round < ROUNDS; round += 1) {
    await playRound(things[round % things.length] as Thing);
  }
}

// What is tried is what is read when, not how quick the machine is.
workAsOwner(30_000);
try {
  await playAll();
  for (const [fault, times] of tally.faults) console.error(`${times} × ${fault}`);
  const share = Math.round((100 * tally.kept) / tally.reads);
  console.log(
    `${ROUNDS} rounds: ${tally.reads} pages read on ${ORIGINS.length} web servers, ${share} % from the front, ${tally.stale} stale removals, ${tally.late} late additions`,
  );
  process.exitCode = tally.stale + tally.late === 0 && share > 50 ? 0 : 1;
} finally {
  await closeDatabase();
}
