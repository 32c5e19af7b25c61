import path from "node:path";
import { exportedFunctions } from "./house-files";
import type { Source } from "./imports";

/** What a rule looks at, and what it finds wrong there: the file, and the words where there are any. */
export type Rule = { sees: RegExp; faults: (sources: Source[]) => string[] };

/** An event is left, by itself or with the change of an entry. */
const RECORDS =
  /\b(record|draftEntry|changeEntry|changeRevision|enterParty|showEntry|showRevision)\(/;

/** A kind's own name for a verb that all entries share, which is seen where it stands. */
const HANDS_ON = /\(tx, viewer, [A-Z]+_VERBS, /;

/** A role is told by the end of a file's name, at any depth. */
const role = (name: string) => new RegExp(`^lib/(?!core/)(.*[./])?${name}\\.ts$`);
const room = /^lib\/(?!core\/)/;

const where = (isFault: (source: Source) => boolean) => (sources: Source[]) =>
  sources.filter(isFault).map(({ file }) => file);

const each = (faultsOf: (source: Source) => string[]) => (sources: Source[]) =>
  sources.flatMap((source) => faultsOf(source).map((fault) => `${source.file}: ${fault}`));

/** Rows held to be deleted, or whose key changes. A foreign key's check waits for these, and for no others. */
const HELD_WHOLLY = [
  "lib/accounts/shared.personal-data.ts",
  "lib/applications/sweeping.mutations.ts",
];

/** A step within acts that have asked the policy and leave the event, and the facts of such an event: no acts of their own. */
const NO_ACTS = ["changeApplication", "changeQuestion", "rewriteSearch", "factsOf"];

/** By the builder, or in a statement of its own words; `for update` holds and does not write. */
const WRITES =
  /\b(tx|db)\s*\.(insert|update|delete)\(|\b(insert\s+into|delete\s+from)\b|\bupdate\s+\S+(\s+(as\s+)?\w+)?\s+set\b/i;

/** Where it is noted that something was read: no act of whoever reads it. */
const NOTES_READING = [
  "lib/entries/accesses.queries.ts",
  "lib/notifications/list.queries.ts",
  "lib/rooms/unread.queries.ts",
];

const WHOLLY = /\.for\(\s*"update"|\bfor update\b/i;

/** A membership's status compared by hand, in the code or in a statement. */
const COMPARES_STANDING =
  /status\)?\s*[!=]==?\s*"active"|"active"\s*[!=]==?|eq\([^()]*status, "active"\)|status\}?\s*(=|<>|in \()\s*'active'/i;

/** Where a read is answered that is no page. */
const READS = /^(app\/.*\/|lib\/core\/list-)route\.tsx?$/;

/** Where a post is let in by a token instead of an origin and a session. */
const BY_TOKEN = ["app/api/unsubscribe/route.ts"];
const POSTS = /^export (?:const|(?:async )?function) (?:POST|PUT|PATCH|DELETE)\b/m;

/** The source of the file that a route's handler comes from. */
function handlerOf({ source }: Source, all: Source[]): string {
  const name = /^export const POST = (\w+);/m.exec(source)?.[1];
  const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "@/([^"]+)"`).exec(source);
  return all.find(({ file }) => file === `${from?.[1]}.ts`)?.source ?? "";
}

const folders = (files: string[]) => [...new Set(files.map(path.dirname))];

export const HOUSE_RULES: Record<string, Rule> = {
  "no file is named after its role instead of its noun": {
    sees: /./,
    faults: where(({ file }) =>
      /(^|\/)(utils?|helpers?|common|misc|index|types|service|manager|constants)\.(ts|tsx|mjs)$/.test(
        file,
      ),
    ),
  },
  "a room folder appears with its second file": {
    sees: room,
    faults: (sources) => {
      const names = sources.map(({ file }) => file.split("/")[1] ?? "");
      return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
    },
  },
  "a room is flat; a folder in it is a room of its own, with its policy and its actions": {
    sees: room,
    faults: (sources) => {
      const files = sources.map(({ file }) => file);
      const isWhole = (folder: string) =>
        ["policy.ts", "actions.ts"].every((name) => files.includes(`${folder}/${name}`));
      return folders(files).filter((folder) => folder.split("/").length > 2 && !isWhole(folder));
    },
  },
  "core is a closed list": {
    sees: /^lib\/core\//,
    faults: where(
      ({ file }) =>
        !/^lib\/core\/(auth|events|mail|jobs|files|i18n|swatches|text)\/[^/]+$/.test(file) &&
        !/^lib\/core\/(settings|env|errors|action|route|token-route|list-route|list-view|form-state|paths|dates|this-moment|two-clocks|date-notes|working-days|great-holidays|holidays|log)\./.test(
          file,
        ),
    ),
  },
  "a noun has one name on every floor": {
    sees: /^(lib|components)\//,
    faults: (sources) => {
      const drawn = folders(sources.map(({ file }) => file))
        .filter((folder) => /^components\/(?!ui$|shell$)/.test(folder))
        .map((folder) => folder.replace("components/", ""));
      return drawn.filter((name) => !sources.some(({ file }) => file.startsWith(`lib/${name}/`)));
    },
  },
  "a room's actions say use server, they say it first, and nothing else says it": {
    sees: /./,
    faults: where(({ file, source }) =>
      role("actions").test(file)
        ? !source.startsWith('"use server";')
        : /^\s*["']use server["']/m.test(source),
    ),
  },
  "what is the server's alone says so first": {
    sees: /\.tsx?$/,
    faults: where(
      ({ source }) =>
        /^import "server-only";/m.test(source) && !source.startsWith('import "server-only";'),
    ),
  },
  "every action is made by the factory": {
    sees: role("actions"),
    faults: each(({ source }) =>
      [...source.matchAll(/^export .*$/gm)]
        .map(([row]) => row)
        .filter(
          (row) =>
            !/^export const \w+Action = (visitor|account|reader|member|admin)Action\(/.test(row),
        ),
    ),
  },
  "every mutation authorises and leaves an event": {
    sees: role("mutations"),
    faults: each(({ source }) =>
      exportedFunctions(source)
        .filter(({ name }) => !NO_ACTS.includes(name))
        .filter(({ body }) => !HANDS_ON.test(body))
        .filter(({ body }) => !/\bauthorize\(/.test(body) || !RECORDS.test(body))
        .map(({ name }) => name),
    ),
  },
  "what reads does not write": {
    sees: role("queries"),
    faults: where(({ file, source }) => WRITES.test(source) && !NOTES_READING.includes(file)),
  },
  "a row is held so that foreign keys to it may still be checked": {
    sees: /^(lib|app)\/(?!.*\.test\.ts$)/,
    faults: where(({ file, source }) => WHOLLY.test(source) && !HELD_WHOLLY.includes(file)),
  },
  "several accounts, members or organisations are locked by id": {
    sees: room,
    faults: each(({ source }) =>
      [...source.matchAll(/inArray\((?:\w+\.)?id, [^;]*?\.for\("(?:no key )?update"/gs)]
        .map(([statement]) => statement)
        .filter((statement) => !/\.orderBy\((?:asc\()?(?:\w+\.)?id\)/.test(statement)),
    ),
  },
  "how long a day and an hour are and which day of the week one is, lib/core/dates says": {
    sees: /^(app|lib)\/(?!core\/dates\.|.*\.test\.ts$)/,
    faults: where(({ source }) => /\b(86_?400_?000|3_?600_?000)\b|\bget(UTC)?Day\(/.test(source)),
  },
  "columns are explicit": {
    sees: room,
    faults: where(({ source }) => /\.(select|returning)\(\)/.test(source)),
  },
  "bytes are kept and read by one module, so that no list reads any": {
    sees: /^(app|components|lib)\//,
    faults: where(
      ({ file, source }) =>
        file !== "lib/core/files/kept-file.ts" &&
        /\bfiles\.content\b|\bcontent\b[^;\n]*\} = files;|\b(insert|update|delete)\(files\)/.test(
          source,
        ),
    ),
  },
  "a component's file is called as the one component that it exports": {
    sees: /^components\/.*\.tsx$/,
    faults: each(({ file, source }) => {
      const name = path
        .basename(file, ".tsx")
        .replace(/(^|-)\w/g, (it) => it.replace("-", "").toUpperCase());
      return [...source.matchAll(/^export (?:async )?(?:function|const) ([A-Z]\w*[a-z]\w*)/gm)]
        .map(([, component]) => component ?? "")
        .filter((component) => component !== name);
    }),
  },
  "no page or component holds a style attribute or an inline script": {
    sees: /\.tsx$/,
    faults: where(({ source }) =>
      /\sstyle=\{|<script(?! type="application\/ld\+json")|dangerouslySet/.test(source),
    ),
  },
  "every form that posts says whose it is": {
    sees: /^(app|components)\/.*\.tsx$/,
    faults: where(
      ({ source }) =>
        /<form\b[^>]*(method="post"|action=\{\w*Action\})/s.test(source) &&
        !/<FormKey \/>|name="_key"/.test(source),
    ),
  },
  "every post that is no action comes through route(…), or by a token through tokenRoute(…)": {
    sees: /^(app|lib)\//,
    faults: (sources) =>
      sources
        .filter(({ file, source }) => /^app\/.*\/route\.tsx?$/.test(file) && POSTS.test(source))
        .filter((route) => {
          const door = / = (route|tokenRoute)(?=[(<])/.exec(handlerOf(route, sources))?.[1];
          return door !== (BY_TOKEN.includes(route.file) ? "tokenRoute" : "route");
        })
        .map(({ file }) => file),
  },
  "every read that a limit may refuse says when to ask again": {
    sees: READS,
    faults: where(
      ({ source }) =>
        /\bspend\(/.test(source) &&
        !(/status: 429, headers/.test(source) && /tooOftenHeaders\(/.test(source)),
    ),
  },
  "what a membership allows is asked by mayRead, mayAct and isThere, or their like in the database":
    {
      sees: /^(app|components|db|lib)\/(?!.*\.test\.)/,
      faults: where(({ source }) => COMPARES_STANDING.test(source)),
    },
};

/** What a rule finds wrong in these sources. */
export const faultsOf = ({ sees, faults }: Rule, sources: Source[]) =>
  faults(sources.filter(({ file }) => sees.test(file)));

/** The rules that policies tell, by their names. */
export const policyRulesOf = (sources: Source[]) =>
  sources
    .filter(({ file }) => role("policy").test(file))
    .flatMap(({ source }) => [
      ...source.matchAll(/^export (?:async )?(?:function|const) (can\w+)/gm),
    ])
    .map(([, name]) => name ?? "");

/** The tables that the schema makes, by their names. */
export const tablesOf = (sources: Source[]) =>
  sources
    .filter(({ file }) => file.startsWith("db/schema/"))
    .flatMap(({ source }) => [...source.matchAll(/pgTable\(\s*"(\w+)"/g)])
    .map(([, name]) => name ?? "");

const matches = (pattern: RegExp) => (sources: Source[]) =>
  sources.reduce((sum, { source }) => sum + [...source.matchAll(pattern)].length, 0);
const files = (sources: Source[]) => sources.length;

/** What the rules look at, counted. */
export const SEEN: Record<string, { in: RegExp; count: (sources: Source[]) => number }> = {
  "files of actions": { in: role("actions"), count: files },
  actions: { in: role("actions"), count: matches(/^export const \w+Action\b/gm) },
  "files of mutations": { in: role("mutations"), count: files },
  "exported mutations": {
    in: role("mutations"),
    count: (sources) =>
      sources.reduce((sum, { source }) => sum + exportedFunctions(source).length, 0),
  },
  "files of queries": { in: role("queries"), count: files },
  "exported queries": { in: role("queries"), count: matches(/^export (?:async )?function \w+/gm) },
  "files of policy": { in: role("policy"), count: files },
  "rules of policy": { in: role("policy"), count: (sources) => policyRulesOf(sources).length },
  "files of schemas": { in: role("schema"), count: files },
  "files of personal data": { in: role("personal-data"), count: files },
  "rooms within a room": { in: /^lib\/(?!core\/)[^/]+\/[^/]+\/policy\.ts$/, count: files },
  "pages and layouts": { in: /^app\/.*\/(page|layout)\.tsx$/, count: files },
  routes: { in: /^app\/.*\/route\.tsx?$/, count: files },
  "routes that take a post": { in: /^app\/.*\/route\.tsx?$/, count: matches(RegExp(POSTS, "gm")) },
  "routes let in by a token": {
    in: /./,
    count: (sources) =>
      sources.filter(({ file, source }) => BY_TOKEN.includes(file) && POSTS.test(source)).length,
  },
  "routes with a limit": { in: READS, count: matches(/\bspend\(/g) },
  components: { in: /^components\/.*\.tsx$/, count: files },
  "forms that post": {
    in: /^(app|components)\/.*\.tsx$/,
    count: matches(/<form\b[^>]*(method="post"|action=\{\w*Action\})/gs),
  },
  "rows held": { in: room, count: matches(/\.for\(\s*"/g) },
  "files that hold rows wholly": {
    in: /./,
    count: (sources) =>
      sources.filter(({ file, source }) => HELD_WHOLLY.includes(file) && WHOLLY.test(source))
        .length,
  },
  tables: { in: /^db\/schema\//, count: (sources) => tablesOf(sources).length },
  "tests beside what they test": { in: /^(?!e2e\/).*\.test\.(ts|mjs)$/, count: files },
};
