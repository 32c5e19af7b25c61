import sharp from "sharp";
import { vi } from "vitest";

// The files that a worker runs share its process and what node_modules keeps in it, which takes longest to make anew.
// All else each of them finds as in a process of its own.
type Connection = { sql: { end: (options: { timeout: number }) => Promise<void> } };
const kept = globalThis as typeof globalThis & {
  usualEnvironment?: NodeJS.ProcessEnv;
  clubDatabase?: { client?: { connections: Iterable<Connection> } };
};

const connections = [...(kept.clubDatabase?.client?.connections ?? [])];
await Promise.all(connections.map(({ sql }) => sql.end({ timeout: 5 })));
for (const name of Object.keys(kept).filter((one) => one.startsWith("club")))
  Reflect.deleteProperty(kept, name);

const databases = JSON.parse(process.env.TEST_DATABASES ?? "[]");
const ownDatabase = databases[Number(process.env.VITEST_POOL_ID) - 1];
const usual = kept.usualEnvironment ?? { ...process.env, ...ownDatabase };
kept.usualEnvironment = usual;
for (const name of Object.keys(process.env)) if (!(name in usual)) delete process.env[name];
Object.assign(process.env, usual);

// What `lib/core/files/draw-image.ts` sets for its whole process.
sharp.unblock({ operation: ["VipsForeignLoad"] });
sharp.cache(true);
sharp.concurrency(0);

vi.resetModules();
vi.unstubAllGlobals();
vi.useRealTimers();
