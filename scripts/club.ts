import { createInterface } from "node:readline/promises";
import { desc, eq } from "drizzle-orm";
import { closeDatabase, databaseUrl, query, transaction, workAsOwner } from "@/db/client";
import { connect } from "@/db/connect.mjs";
import { DatabaseUnavailable, driverError, isConnectionLost } from "@/db/errors";
import { accounts } from "@/db/schema/accounts";
import { jobRuns } from "@/db/schema/jobs";
import type { Applied } from "@/lib/accounts/erasure";
import { today } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { DEFAULT_LOCALE } from "@/lib/core/i18n/locales";
import { type PlannedTask, STOPPED_FOR_SHARE } from "@/lib/core/jobs/planned-task";
import { path as address } from "@/lib/core/paths";
import { email as emailField } from "@/lib/core/text/fields";
import { isPlannedTask, PLANNED_TASKS } from "@/lib/jobs/job-words";

/**
 * The operator's command: what is done to accounts at the server's console, by the same mutations as the pages. Each loads what it
 * does once it is asked for: all of them take seconds.
 */

const HELP = `Usage: npm run club -- COMMAND

  admin create EMAIL           make an administrator; prints a link to choose a password (24 hours, once)
  admin link EMAIL             print another such link; the one before no longer works
  second-factor reset EMAIL    for somebody who lost app and recovery codes, once you are sure it is them
  sessions end EMAIL           sign this person out everywhere
  secret accept                after AUTH_SECRET or the forms' key was changed on purpose: serve with the new one
  erase EMAIL                  take this person out of the database for good; only a number without a name stays. Without an
                               account too: who applied, was invited or came to an event as a guest
  erasures apply               after a restore: erase again who was erased since that backup (DATA_DIR/erasures)
  retention                    print what the next sweeps would delete, table by table; nothing is changed
  jobs allow TASK              run a job that stopped because it would have changed too much; look at the clock first
  help                         this text

The settings are those of npm start (.env, DATA_DIR, DATABASE_URL).`;

/** Erasing somebody goes through every table. */
const DEADLINE_MS = 120_000;

/** A mistake of the command line, told without a stack. */
class Complaint extends Error {}

const COMPLAINTS: Partial<Record<ErrorCode, string>> = {
  conflict:
    "This address has an account already. An administrator's gets another link by: npm run club -- admin link EMAIL. " +
    "To make a member one, make an administrator with another address first, who does it on the member's page.",
  notFound:
    "This address has no active administrator's account. Make one with an address that has no account: " +
    "npm run club -- admin create EMAIL",
  lastAdministrator:
    "This is the last active administrator: make another one first (npm run club -- admin create EMAIL).",
};

async function findAccount(email: string): Promise<string | undefined> {
  const [row] = await query((db) =>
    db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)),
  );
  return row?.id;
}

async function accountId(email: string): Promise<string> {
  const id = await findAccount(email);
  if (!id) throw new Complaint(`No account has the address ${email}`);
  return id;
}

function printLink(token: string): void {
  const link = `${env().APP_ORIGIN}${address(DEFAULT_LOCALE, "/first-administrator", { token })}`;
  console.log(
    `Open this link within 24 hours to choose the password; it works once:\n\n  ${link}\n`,
  );
}

async function createAdministrator(email: string) {
  const { createFirstAdministrator } = await import("@/lib/accounts/mutations");
  printLink(await transaction((tx) => createFirstAdministrator(tx, email)));
}

async function printAnotherLink(email: string) {
  const input = { accountId: await accountId(email), purpose: "first-administrator" } as const;
  const { openLink } = await import("@/lib/passwords/mutations");
  printLink(await transaction((tx) => openLink(tx, input)));
}

async function resetSecondFactor(email: string) {
  const { resetFactor } = await import("@/lib/second-factor/mutations");
  const input = { accountId: await accountId(email) };
  if (!(await transaction((tx) => resetFactor(tx, "portal", input))))
    throw new Complaint("This account has no second factor. Nothing was changed.");
  console.log("Second factor taken off, sessions ended; the person is told by mail.");
}

async function acceptChangedSecrets() {
  const { acceptSecrets } = await import("./installation");
  const owner = connect(process.env.DATABASE_OWNER_URL || databaseUrl());
  try {
    await acceptSecrets(owner, process.env);
  } finally {
    await owner.end();
  }
  console.log("Accepted: the portal starts with the secrets that are set now.");
}

async function endEverySession(email: string) {
  const { endSessions } = await import("@/lib/sessions/mutations");
  const input = { accountId: await accountId(email) };
  const count = await transaction((tx) => endSessions(tx, "portal", input));
  console.log(`Sessions ended: ${count}`);
}

async function erase(email: string) {
  if (process.stdin.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const again = await terminal.question(
      `This cannot be undone. Type ${email} again to erase it: `,
    );
    terminal.close();
    if (again.trim() !== email) throw new Complaint("Nothing was erased.");
  }
  const { openForErasure } = await import("@/lib/accounts/mutations");
  const { eraseForGood } = await import("@/lib/accounts/erasure");
  const id = (await findAccount(email)) ?? (await transaction((tx) => openForErasure(tx, email)));
  if (!id) throw new Complaint(`Nothing is held under the address ${email}.`);
  await eraseForGood("portal", { accountId: id });
  console.log(`Erased. What stays in the log names nobody: ${id}`);
}

async function printRetention() {
  const { readClock } = await import("./planned-jobs");
  const { previewSweep } = await import("./sweep");
  const { countOldApplications } = await import("@/lib/applications/sweeping.queries");
  const { countPastKeeping } = await import("@/lib/events/forgetting.queries");
  const rows = await previewSweep(today(await readClock()));
  for (const { from, count } of [
    ...rows,
    { from: "applications", count: await countOldApplications() },
    { from: "event_registrations", count: await countPastKeeping() },
  ])
    console.log(`${String(count).padStart(7)}  ${from}`);
}

const OUTCOMES: Record<Applied["outcome"], string> = {
  erased: "erased again",
  "was-erased": "erased already",
  "not-due": "begun, never done, and no longer asked for: left alone",
  unknown: "not in this database",
  unreadable: "not a note of an erasure: left alone",
  failed: "FAILED, see the log; run this command again",
};

async function applyEveryErasure() {
  const { applyErasures } = await import("@/lib/accounts/erasure");
  const applied = await applyErasures();
  for (const { name, outcome } of applied) console.log(`${name}: ${OUTCOMES[outcome]}`);
  const again = applied.filter(({ outcome }) => outcome === "erased").length;
  console.log(`On the list: ${applied.length}, erased again: ${again}`);
  if (applied.some(({ outcome }) => outcome === "failed")) throw new Complaint("Not all is done.");
}

async function allowJob(task: string) {
  if (!isPlannedTask(task))
    throw new Complaint(`No job is called ${task}. Those there are: ${PLANNED_TASKS.join(", ")}`);
  if (!(await lastError(task))?.startsWith(`${STOPPED_FOR_SHARE} `))
    throw new Complaint("The last run of this job was not stopped. Nothing was run.");
  const { lettingThrough } = await import("@/lib/core/jobs/sane-share");
  const { runPlanned } = await import("./planned-jobs");
  await lettingThrough(() => runPlanned(task, { alsoStopped: true }));
  const error = await lastError(task);
  if (error) throw new Complaint(`It ran and failed (${error}). Why stands in the line above.`);
  console.log("It has run; what it did stands on /admin/jobs.");
}

/** What ended the last run of a job, null where it ended well. */
async function lastError(task: PlannedTask): Promise<string | null> {
  const isIt = eq(jobRuns.task, task);
  const newest = desc(jobRuns.startedAt);
  const [last] = await query((db) =>
    db.select({ error: jobRuns.error }).from(jobRuns).where(isIt).orderBy(newest).limit(1),
  );
  return last?.error ?? null;
}

type Command = { takes?: "EMAIL" | "TASK"; run: (argument: string) => Promise<void> };

const COMMANDS: Record<string, Command> = {
  "admin create": { takes: "EMAIL", run: createAdministrator },
  "admin link": { takes: "EMAIL", run: printAnotherLink },
  "second-factor reset": { takes: "EMAIL", run: resetSecondFactor },
  "sessions end": { takes: "EMAIL", run: endEverySession },
  "secret accept": { run: acceptChangedSecrets },
  retention: { run: printRetention },
  "jobs allow": { takes: "TASK", run: allowJob },
  erase: { takes: "EMAIL", run: erase },
  "erasures apply": { run: applyEveryErasure },
};

/** What the command line asks for, or null for the help. */
function understand(words: string[]) {
  const asksForHelp = words[0] === "help" || words.some((word) => /^(-h|--?help)$/.test(word));
  if (words.length === 0 || asksForHelp) return null;
  const bare = COMMANDS[words.join(" ")];
  if (bare?.takes)
    throw new Complaint(
      `Missing: ${bare.takes === "TASK" ? "the task (/admin/jobs says which stopped)" : "the address"}. ` +
        `npm run club -- ${words.join(" ")} ${bare.takes}`,
    );
  if (bare) return () => bare.run("");
  const typed = words.at(-1) ?? "";
  const command = COMMANDS[words.slice(0, -1).join(" ")];
  if (!command?.takes) throw new Complaint(`Unknown command: ${words.join(" ")}\n\n${HELP}`);
  if (command.takes === "TASK") return () => command.run(typed);
  const parsed = emailField.safeParse(typed);
  if (!parsed.success) throw new Complaint(`Not an e-mail address: ${typed}`);
  return () => command.run(parsed.data);
}

async function openPortal(): Promise<() => Promise<void>> {
  const file = new URL("./launch/open-portal.mjs", import.meta.url).href;
  const launcher = (await import(file)) as { openPortal(): Promise<() => Promise<void>> };
  return launcher.openPortal();
}

/** What to do about an error of the server or the system, by its code. */
const ADVICE: [RegExp, string][] = [
  [
    /^(42P01|42703)$/,
    "The database lacks what this version brings. Start the portal once: npm start",
  ],
  [/^(28...|3D000)$/, "Correct DATABASE_URL and DATABASE_OWNER_URL."],
  [/^(EACCES|EPERM)$/, "Run the command as the portal's own user."],
];

/** What went wrong, in words an operator can act on; null for a mistake of ours. */
function explain(error: unknown): string | null {
  if (error instanceof Complaint) return error.message;
  if (error instanceof AppError) return COMPLAINTS[error.code] ?? error.code;
  if (error instanceof DatabaseUnavailable || isConnectionLost(error))
    return "The database does not answer. Is it running?";
  const cause = driverError(error);
  if (!(cause instanceof Error)) return null;
  const { code = "", advice = ADVICE.find(([codes]) => codes.test(code))?.[1] } = cause as Error & {
    code?: string;
    advice?: string;
  };
  return advice || "advice" in cause ? [cause.message, advice].filter(Boolean).join("\n") : null;
}

async function main() {
  const run = understand(process.argv.slice(2));
  if (!run) return console.log(HELP);
  const close = await openPortal();
  workAsOwner(DEADLINE_MS);
  try {
    await run();
  } finally {
    await closeDatabase();
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(explain(error) ?? error);
  process.exitCode = 1;
});
