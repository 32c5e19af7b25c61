import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { lockProject } from "./locked.queries";

afterAll(closeDatabase);

test("whoever writes beneath a project and whoever holds it wait for one another and never deadlock", async () => {
  const { project, people } = await transaction(async (tx) => {
    const { memberId } = await makeMember(tx);
    const found = await makeProject(tx, memberId, { moderation: "published" });
    return { project: found, people: [await makeMember(tx), await makeMember(tx)] };
  });
  let tries = 0;
  let written = 0;
  let open = () => {};
  const bothWritten = new Promise<void>((resolve) => {
    open = resolve;
  });
  const writeThenHold = ({ memberId }: { memberId: string }) =>
    transaction(async (tx) => {
      tries += 1;
      await makeInterest(tx, project.id, memberId);
      written += 1;
      if (written === 2) open();
      await bothWritten;
      await lockProject(tx, project.id);
    });
  await Promise.all(people.map(writeThenHold));
  expect(tries).toBe(2);
});
