import type { Noun, Recount } from "./canary-recount";
import type { Sight, Standing } from "./canary-sight";
import { RESTLESS, WORDS, type World } from "./canary-world";

/**
 * One address, and what tells by its answer what somebody sees: a word that has to stand in it exactly for those who see
 * what it is of (`mayMiss`: for nobody else at least), or the numbers of a list.
 */
export type Ask = {
  path: string;
  word?: string;
  isFor?: (sees: Sight) => boolean;
  mayMiss?: true;
  counts?: Noun | "front";
};

const isOf =
  (...sights: (keyof Sight)[]) =>
  (sees: Sight) =>
    sights.some((sight) => sees[sight]);
const misspelt = WORDS.findMember.replace(/.(?=.{7}$)/, "z");

/** All that is asked where something of a kind was changed. */
export const asksOf = {
  members: ({ owner, organisation, project, activity }: World): Ask[] => [
    found("members", WORDS.findMember, WORDS.member, "listed"),
    found("members", WORDS.job, WORDS.member, "isFoundByJob"),
    found("members", WORDS.findHouse, WORDS.member, "isFoundByHouse"),
    found("members", misspelt, WORDS.member, "listed"),
    newest("members", WORDS.member, "listed"),
    { path: "/fr/members?sort=recent", word: WORDS.member, isFor: isOf("listed") },
    { path: `/fr/members/${owner.memberSlug}`, word: WORDS.member, isFor: isOf("page") },
    { path: `/fr/members/${owner.memberSlug}`, word: WORDS.job, isFor: isOf("job") },
    {
      path: `/api/members/${owner.memberSlug}/vcard?locale=fr`,
      word: WORDS.member,
      isFor: isOf("vcard"),
    },
    { path: `/fr/organisations/${organisation.slug}`, word: WORDS.member, isFor: isOf("person") },
    { path: `/fr/projects/${project.slug}`, word: WORDS.member, isFor: isOf("ownerOfProject") },
    { path: `/fr/activities/${activity.slug}`, word: WORDS.member, isFor: isOf("namedInWork") },
    { path: "/fr/home", word: WORDS.member, isFor: isOf("isGreeted"), mayMiss: true },
    { path: "/fr", counts: "front" },
  ],
  organisations: ({ owner, organisation, activity }: World): Ask[] => [
    found("organisations", WORDS.findHouse, WORDS.house, "house"),
    found("activities", WORDS.findHouse, WORDS.work, "isWorkFoundByHouse"),
    found("members", WORDS.findHouse, WORDS.member, "isFoundByHouse"),
    newest("organisations", WORDS.house, "house"),
    { path: `/fr/organisations/${organisation.slug}`, word: WORDS.house, isFor: isOf("house") },
    { path: `/fr/activities/${activity.slug}`, word: WORDS.house, isFor: isOf("houseOfWork") },
    {
      path: `/fr/members/${owner.memberSlug}`,
      word: WORDS.house,
      isFor: isOf("atHouse"),
      mayMiss: true,
    },
    {
      path: `/api/organisations/similar?locale=fr&name=${WORDS.findHouse}+${WORDS.house}`,
      word: WORDS.house,
      isFor: isOf("sameHouse"),
    },
    { path: "/fr/home", word: WORDS.house, isFor: isOf("house"), mayMiss: true },
    { path: "/fr", counts: "front" },
  ],
  activities: ({ owner, organisation, activity }: World): Ask[] => [
    found("activities", WORDS.findWork, WORDS.work, "work"),
    newest("activities", WORDS.work, "work"),
    { path: `/fr/activities/${activity.slug}`, word: WORDS.work, isFor: isOf("work") },
    { path: `/fr/members/${owner.memberSlug}`, word: WORDS.work, isFor: isOf("workOfMember") },
    {
      path: `/fr/organisations/${organisation.slug}`,
      word: WORDS.work,
      isFor: isOf("workOfHouse"),
    },
    { path: "/api/organisations?locale=zh", counts: "organisations" },
    { path: "/fr/home", word: WORDS.work, isFor: isOf("work"), mayMiss: true },
    { path: "/fr", counts: "front" },
  ],
  projects: ({ owner, project }: World): Ask[] => [
    found("projects", WORDS.findProject, WORDS.project, "offered"),
    found("projects", WORDS.text, WORDS.project, "isFoundByText"),
    newest("projects", WORDS.project, "offered"),
    { path: "/fr/projects", word: WORDS.project, isFor: isOf("offered") },
    { path: "/fr", word: WORDS.project, isFor: isOf("offeredToAll") },
    { path: `/fr/projects/${project.slug}`, word: WORDS.project, isFor: isOf("project") },
    { path: `/fr/projects/${project.slug}`, word: WORDS.text, isFor: isOf("text") },
    { path: `/fr/projects/${project.slug}`, word: WORDS.member, isFor: isOf("ownerOfProject") },
    { path: `/zh/projects/${project.slug}`, word: WORDS.translation, isFor: isOf("translation") },
    {
      path: `/fr/members/${owner.memberSlug}`,
      word: WORDS.project,
      isFor: isOf("projectOfMember"),
      mayMiss: true,
    },
    // What is new in one's rooms is called by their projects, as the rooms are.
    { path: "/fr/home", word: WORDS.project, isFor: isOf("project", "room"), mayMiss: true },
    { path: "/fr/matches", word: WORDS.project, isFor: isOf("offered"), mayMiss: true },
    { path: "/sitemap.xml", word: project.slug, isFor: isOf("offeredToAll") },
    { path: "/fr/projects/feed.xml", word: WORDS.project, isFor: isOf("offered"), mayMiss: true },
    { path: "/fr/feed.xml", word: WORDS.project, isFor: isOf("offered"), mayMiss: true },
  ],
  rooms: ({ project }: World): Ask[] => [
    { path: `/fr/projects/${project.slug}/room`, word: WORDS.project, isFor: isOf("room") },
    {
      path: `/fr/projects/${project.slug}/room/discussion`,
      word: WORDS.talk,
      isFor: isOf("room"),
    },
  ],
};

/** By a typed word, which is not the one looked for in the answer: that one is not echoed. */
const found = (noun: Noun, typed: string, word: string, sight: keyof Sight): Ask => ({
  path: `/api/${noun}?locale=fr&q=${typed}`,
  word,
  isFor: isOf(sight),
});

/** The first page of a list, on which the newest stands, with all its numbers. */
const newest = (noun: Noun, word: string, sight: keyof Sight): Ask => ({
  path: `/api/${noun}?locale=fr${noun === "members" ? "&sort=recent" : ""}`,
  word,
  isFor: isOf(sight),
  ...(noun === "organisations" ? { mayMiss: true } : {}),
  counts: noun,
});

/** What is wrong with an answer: it holds what it must not, misses what is there, or counts otherwise than the tables. */
export async function judge(
  ask: Ask,
  { sees, due }: Standing,
  { status, body }: { status: number; body: string },
): Promise<("leak" | "late" | "count" | "broken")[]> {
  if (status >= 500 || status === 429) return ["broken"];
  const isOn = ask.word !== undefined && body.includes(ask.word);
  const isDue = ask.isFor?.(sees) ?? false;
  // In the head of each page they are called by their own name.
  const isOwnName = sees.isOwn && ask.word === WORDS.member && body.startsWith("<!DOCTYPE");
  return [
    ...(isOn && !isDue && !isOwnName ? ["leak" as const] : []),
    ...(isDue && !isOn && !ask.mayMiss ? ["late" as const] : []),
    ...((await isMiscounted(ask, due, { status, body })) ? ["count" as const] : []),
  ];
}

async function isMiscounted(
  { counts }: Ask,
  due: Standing["due"],
  { status, body }: { status: number; body: string },
): Promise<boolean> {
  if (!counts || status === 404) return false;
  if (counts === "front") {
    const nouns = ["listed", "organisations", "activities"] as const;
    const totals = await Promise.all(nouns.map(due));
    return !totals.every(({ total }, index) => frontNumbers(body)[index] === total);
  }
  return isUnlike(listCounts(JSON.parse(body)), await due(counts));
}

const digits = (text: string) => Number(text.replace(/\D/g, ""));

const frontNumbers = (page: string) =>
  [...(page.match(/id="numbers"[\s\S]*?<\/dl>/)?.[0] ?? "").matchAll(/<dd[^>]*>([^<]*)</g)].map(
    ([, value]) => digits(value ?? ""),
  );

type Choice = readonly [value: string, label: string, count: number];
type Sent = {
  count: string;
  facets?: { name: string; groups: { choices: Choice[] }[] }[];
  tabs?: { href: string; count?: number }[];
};

/** As a list sends them, to its page and to whoever asks for data. */
function listCounts({ count, facets = [], tabs = [] }: Sent): Recount {
  const choices = new Map<string, number>();
  for (const { name, groups } of facets) {
    for (const [value, , n] of groups.flatMap((group) => group.choices)) {
      choices.set(`${name} ${value}`, n);
    }
  }
  for (const { href, count: n } of tabs) {
    const [, name, value] = href.match(/[?&](side|type)=([\w-]+)/) ?? [];
    if (n !== undefined && name) choices.set(`${name === "type" ? "group" : name} ${value}`, n);
  }
  return { total: digits(count), choices };
}

const ELSEWHERE = new Set(RESTLESS.map((slug) => `sector ${slug}`));

function isUnlike(told: Recount, due: Recount): boolean {
  const all = [...new Set([...told.choices.keys(), ...due.choices.keys()])];
  const isWrong = (choice: string) =>
    !ELSEWHERE.has(choice) && (told.choices.get(choice) ?? 0) !== (due.choices.get(choice) ?? 0);
  return told.total !== due.total || all.some(isWrong);
}
