import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { sealReader } from "@/lib/core/auth/form-reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import { listFiles, ROOT, readSource } from "./house-files";

const world = vi.hoisted(() => ({ viewer: null as Viewer | null, client: "" }));

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => world.viewer }));
vi.mock("@/lib/core/auth/rate-limit", () => ({ spend: async () => undefined }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000" }),
}));

/** Acts that hang on what the form says (a token, a password, an application), whoever is signed in. */
const OF_ANYBODY = [
  ...["signIn", "signInWithCode", "firstSignIn", "signOut", "giveSecondFactor"],
  ...["requestPasswordReset", "choosePassword", "stopMails", "resumeMails", "declineInvitation"],
  ...["confirmAddress", "undoAddressChange", "answerMailedInterest", "answerMailedIntroduction"],
  "answerMailedPassing",
  ...["comeIn", "forgetMe"],
  ...[
    "askAsGuest",
    "confirmGuest",
    "cancelAsGuest",
    "changeAsGuest",
    "takeAsGuest",
    "leaveAsGuest",
    "answerAsGuest",
  ],
  ...["startApplication", "openApplication", "closeApplication", "saveAnswers"],
  ...["joinOrganisation", "describeOrganisation", "submitApplication", "answerQuestion"],
  ...["withdrawApplication", "reapply", "reportAsVisitor"],
];

const actions = listFiles("lib", /(^|[./])actions\.ts$/).flatMap((file) =>
  [...readSource(file).matchAll(/^export const (\w+)Action = (\w+)Action\(/gm)].map(
    ([, name = "", door = ""]) => ({ file, name, door }),
  ),
);

let others: string;

beforeAll(async () => {
  const [viewer, other] = await transaction(async (tx) => [
    await makeMember(tx, {}, { role: "administrator" }),
    await makeMember(tx),
  ]);
  world.viewer = viewer;
  others = `~${sealReader(other)}`;
});
afterAll(closeDatabase);

test("what anybody may send is listed here, one by one", () => {
  const open = actions.filter(({ door }) => door === "visitor").map(({ name }) => name);
  expect(open.filter((name) => !OF_ANYBODY.includes(name))).toEqual([]);
});

test("every other action refuses a form of another account, and one that tells none", async () => {
  const owned = actions.filter(({ door }) => door !== "visitor");
  expect(owned.length).toBeGreaterThan(60);
  for (const { file, name } of owned) {
    const room: Record<string, FormAction> = await import(path.join(ROOT, file));
    const send = (key: string) => {
      const form = new FormData();
      form.set("_key", key);
      return room[`${name}Action`]?.({ status: "idle" }, form);
    };
    expect(await send(others), name).toMatchObject({ code: "otherReader" });
    expect(await send(""), name).toMatchObject({ code: "formOutdated" });
  }
});
