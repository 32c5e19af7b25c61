import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { closeDatabase, transaction } from "@/db/client";
import { makeAccount, makeMember, makeProject, makeRoom } from "@/db/factories";
import { entryRevisions } from "@/db/schema/entries";
import { proposedOf } from "@/lib/entries/content";
import { lockProject } from "@/lib/projects/locked.queries";
import { PROJECT } from "@/lib/projects/project";
import {
  askHealth,
  cookieOf,
  hiddenFields,
  peakMemory,
  postForm,
  readPage,
} from "./inputs/portal-clients";
import { pdf, streamsInStreams } from "./inputs/worst-files";

/**
 * `scripts/hard-inputs.ts`, with what a running portal of the demo club knows (`APP_ORIGIN`, `PORT`, `DATABASE_URL`,
 * `AUTH_SECRET`): sends the worst files and texts while `/healthz` is asked every 100 ms. Prints the longest silence of
 * each and the most memory of the web server beside their aims. A busy machine is silent by itself, so it ends with 1 only
 * when the silence is of another order (a PDF that held the loop did so for 31 s), or the memory over its aim.
 */

const AIMED_SILENCE_MS = 300;
const MOST_SILENCE_MS = 3000;
const MOST_MEGABYTES = 900;

const origin = process.env.APP_ORIGIN ?? "http://localhost:3000";
const port = process.env.PORT ?? "3000";

const flat = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: "#176781" } });

const photo = () =>
  sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: "#fff",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  })
    .jpeg({ quality: 80 })
    .toBuffer();

async function makeWorld() {
  const world = await transaction(async (tx) => {
    const [lead, partner] = [await makeMember(tx), await makeMember(tx)];
    const moderator = await makeAccount(tx, { role: "moderator" });
    const online = {
      moderation: "published",
      progress: "in-progress",
      publishedAt: new Date(),
    } as const;
    const project = await makeProject(tx, lead.memberId, {
      ...online,
      ...textsOf("Un texte écrit avec soin, 认真写的文字。"),
    });
    await makeRoom(tx, project.id, [lead.memberId, partner.memberId]);
    return { lead, partner, moderator, project };
  });
  const asked = async (accountId: string) => ({ origin, cookie: await cookieOf(accountId) });
  return {
    project: world.project,
    lead: await asked(world.lead.accountId),
    partner: await asked(world.partner.accountId),
    moderator: await asked(world.moderator.accountId),
  };
}

const letters = (size: number, of: string) => of.repeat(Math.ceil(size / of.length)).slice(0, size);

/** Everything a project says in three languages, as much as it may be. */
function textsOf(words: string) {
  const all = (size: number) => {
    const text = letters(size, words);
    return { fr: text, en: text, zh: text };
  };
  return {
    title: all(120),
    teaser: all(500),
    summary: all(2000),
    offered: all(1500),
    sought: all(1500),
    advantages: all(1000),
    partnerTask: all(1000),
  };
}

type World = Awaited<ReturnType<typeof makeWorld>> & { sealed: FormData };

async function sendDocument({ lead, project, sealed }: World, name: string, bytes: Buffer) {
  const form = new FormData();
  for (const [field, value] of sealed) form.append(field, value);
  form.set("title", name);
  form.set("file", new File([new Uint8Array(bytes)], name));
  const to = await postForm(lead, `/api/projects/${project.slug}/room/documents?locale=fr`, form);
  if (!to.includes("notice=")) throw new Error(`${name} was refused: ${to}`);
}

/** Fifty filled forms, each with a key of its own, by two members in turn. */
async function fillPosts(world: World, words: string) {
  const path = `/fr/projects/${world.project.slug}/room/discussion`;
  const posts: (() => Promise<unknown>)[] = [];
  while (posts.length < 50) {
    const who = posts.length % 2 === 0 ? world.lead : world.partner;
    const form = hiddenFields(await readPage(who, path), "words");
    form.set("words", words);
    posts.push(() => postForm(who, path, form));
  }
  return posts;
}

/** A whole project rewritten, as the team compares it before it decides. */
async function rewrite({ project }: World): Promise<string> {
  return transaction(async (tx) => {
    const row = await lockProject(tx, project.id);
    const content = {
      ...proposedOf(PROJECT, row),
      ...textsOf("Ein ganz neuer Text, 全新的文字。"),
    };
    const [revision] = await tx
      .insert(entryRevisions)
      .values({
        entryId: project.id,
        state: "submitted",
        content,
        submittedAt: new Date(),
      })
      .returning({ id: entryRevisions.id });
    return revision?.id ?? "";
  });
}

async function trials() {
  const made = await makeWorld();
  const path = `/fr/projects/${made.project.slug}/room`;
  const world = {
    ...made,
    sealed: hiddenFields(await readPage(made.lead, `${path}/documents`), "file"),
  };
  const small = streamsInStreams(60_000);
  const large = pdf(Buffer.alloc(10 * 1024 ** 2 - 2000, "1 0 obj stream\n/First 1 /ObjStm"));
  const picture = await flat(8000).png({ compressionLevel: 1 }).toBuffer();
  const photos = await Promise.all(Array.from({ length: 20 }, photo));
  const words = letters(2900, "https://example.org/a?b=(c) )). 寻找合作伙伴 ");
  // Each page once beforehand: what a first request loads is not what is measured.
  await readPage(world.lead, `${path}/discussion`);
  await readPage(world.moderator, "/fr/admin");
  const revision = await rewrite(world);
  const posts = await fillPosts(world, words);
  return {
    "nothing, to compare with": () => sleep(3000),
    "a PDF of 60 KB": () => sendDocument(world, "small.pdf", small),
    "a PDF of 10 MB": () => sendDocument(world, "large.pdf", large),
    "a picture of 64 million pixels": () => sendDocument(world, "picture.png", picture),
    "a text wholly rewritten": () => readPage(world.moderator, `/fr/admin/revisions/${revision}`),
    "20 photos at once": () =>
      Promise.all(photos.map((bytes, index) => sendDocument(world, `photo-${index}.jpg`, bytes))),
    "50 posts at once": () => Promise.all(posts.map((send) => send())),
    "a page of 50 posts": () => readPage(world.partner, `${path}/discussion`),
  };
}

const show = (line: string) => process.stdout.write(`${line}\n`);

let longest = 0;
let longestIn = "";
let own: number | undefined;
for (const [name, run] of Object.entries(await trials())) {
  const health = askHealth(origin);
  await sleep(500);
  const since = performance.now();
  await run();
  const took = performance.now() - since;
  await sleep(300);
  const silence = await health.stop();
  own ??= silence;
  if (silence > longest) [longest, longestIn] = [silence, name];
  show(
    `${silence.toFixed(0).padStart(6)} ms of silence  ${(took / 1000).toFixed(1).padStart(5)} s  ${String(peakMemory(port)).padStart(5)} MB  ${name}`,
  );
}
const memory = peakMemory(port);
const isGood = longest <= MOST_SILENCE_MS && (memory ?? 0) <= MOST_MEGABYTES;
show(
  `worst files and texts: longest silence ${longest.toFixed(0)} ms in ${longestIn} (aim ${AIMED_SILENCE_MS}, ${own?.toFixed(0)} with nothing to do), most memory ${memory} MB (aim ${MOST_MEGABYTES})`,
);
await closeDatabase();
process.exit(isGood ? 0 : 1);
