import "server-only";
import type { Adapter } from "next-auth/adapters";
import type { Viewer } from "./viewer-type";

/** A living session as the database knows it. */
export type FoundSession = { viewer: Viewer; expires: Date };

const refused = (method: keyof Adapter) => () => {
  throw new Error(`next-auth may not ${method}: sessions start and end by the portal's own verbs`);
};

/**
 * next-auth's adapter over our tables: it finds a session by the cookie's secret (`find` hashes it) and writes nothing.
 * Whatever would write, or find somebody otherwise, throws: signing in and out are verbs of `lib/sessions`, which leave
 * their lines in the trail, and what has run out is swept.
 */
export function clubAdapter(find: (cookie: string) => Promise<FoundSession | null>): Adapter {
  return {
    async getSessionAndUser(cookie) {
      const found = await find(cookie);
      if (!found) return null;
      const { viewer, expires } = found;
      // Its type asks for an address; nothing needs one, so none is read.
      const user = { id: viewer.accountId, name: viewer.name, email: "", emailVerified: null };
      const session = { sessionToken: cookie, userId: viewer.accountId, expires };
      return { session, user: { ...user, viewer } };
    },
    // Both are called while a page is read. `seen_at` is noted beside the page, and the query finds living sessions alone.
    updateSession: () => null,
    deleteSession: () => null,
    createSession: refused("createSession"),
    createUser: refused("createUser"),
    getUser: refused("getUser"),
    getUserByEmail: refused("getUserByEmail"),
    getUserByAccount: refused("getUserByAccount"),
    updateUser: refused("updateUser"),
    deleteUser: refused("deleteUser"),
    linkAccount: refused("linkAccount"),
    unlinkAccount: refused("unlinkAccount"),
    createVerificationToken: refused("createVerificationToken"),
    useVerificationToken: refused("useVerificationToken"),
  };
}
