import { connect } from "@/db/connect.mjs";
import { fillClub } from "./fill-club";

/** Fills the database of DATABASE_OWNER_URL with a club of so many members: `prepare.ts 10000`. */
const sql = connect(process.env.DATABASE_OWNER_URL ?? "", { prepare: false });
await fillClub(sql, Number(process.argv[2]));
await sql.end();
