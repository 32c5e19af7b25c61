import { sql } from "drizzle-orm";
import { query, type Transaction } from "./client";
import { makeMember, makeProject, makeRoom } from "./factories";
import { roomPeople } from "./schema/rooms";

export type RoomOfThree = Awaited<ReturnType<typeof makeRoomOfThree>>;

/** For the tests: a room of a project online, whose lead is Lin Meihua and whose partner reads Chinese. */
export async function makeRoomOfThree(tx: Transaction) {
  const lead = await makeMember(tx, { familyName: "Lin", givenName: "Meihua" });
  const partner = await makeMember(tx, {}, { locale: "zh" });
  const observer = await makeMember(tx);
  const online = { moderation: "published", publishedAt: new Date() } as const;
  const { id: projectId } = await makeProject(tx, lead.memberId, online);
  const { id: roomId } = await makeRoom(tx, projectId, [lead.memberId, partner.memberId]);
  const { memberId } = observer;
  await tx.insert(roomPeople).values({ roomId, memberId, role: "observer" });
  return { lead, partner, observer, projectId, roomId };
}

/** For the tests: lets so many minutes pass in a room, since the database's clock is nobody's to set. */
export async function passInRoom(roomId: string, minutes: number): Promise<void> {
  const earlier = sql`make_interval(mins => ${minutes}::int)`;
  await query(async (db) => {
    await db.execute(sql`update room_messages set created_at = created_at - ${earlier}
      where room_id = ${roomId}`);
    await db.execute(sql`update notices set created_at = created_at - ${earlier}
      where subject_id = ${roomId}`);
    await db.execute(sql`update room_people set read_at = read_at - ${earlier},
      mailed_at = mailed_at - ${earlier} where room_id = ${roomId}`);
  });
}
