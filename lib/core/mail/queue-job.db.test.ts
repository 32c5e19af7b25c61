import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, databaseUrl, transaction } from "@/db/client";
import { queueJob } from "./queue-job";

const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });

const mine: string[] = [];
const newMailId = () => {
  const id = randomUUID();
  mine.push(id);
  return id;
};

const jobsOf = (mailId: string) => owner`
  select run_at > now() + interval '1 hour' as "isLater" from graphile_worker._private_jobs
  where payload ->> 'mailId' = ${mailId}`;

afterAll(async () => {
  await owner`delete from graphile_worker._private_jobs where payload ->> 'mailId' in ${owner(mine)}`;
  await Promise.all([owner.end(), closeDatabase()]);
});

describe("queueJob", () => {
  it("leaves a job when its transaction commits, and none when it does not", async () => {
    const [kept, dropped] = [newMailId(), newMailId()];
    await transaction((tx) => queueJob(tx, "send-mail", { mailId: kept }));
    const failing = transaction(async (tx) => {
      await queueJob(tx, "send-mail", { mailId: dropped });
      throw new Error("mine");
    });
    await expect(failing).rejects.toThrow("mine");
    expect(await jobsOf(kept)).toHaveLength(1);
    expect(await jobsOf(dropped)).toHaveLength(0);
  });

  it("replaces a waiting job of the same key", async () => {
    const [mailId, jobKey] = [newMailId(), randomUUID()];
    const runAt = new Date(Date.now() + 7_200_000);
    await transaction((tx) => queueJob(tx, "send-mail", { mailId }, { jobKey }));
    await transaction((tx) => queueJob(tx, "send-mail", { mailId }, { jobKey, runAt }));
    expect([...(await jobsOf(mailId))]).toEqual([{ isLater: true }]);
  });
});
