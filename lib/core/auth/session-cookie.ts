import "server-only";
import { cookies } from "next/headers";
import type { AuthOptions } from "next-auth";
import { getServerSession } from "next-auth";
import { encode } from "next-auth/jwt";
import { env, isPlainHttp } from "../env";

import { SESSION_LIFE } from "./session-life";

const maxAge = SESSION_LIFE.days * 86_400;

/** The cookie's full name: bound to this host, except on plain-http localhost. */
export const cookieName = (name: string) =>
  isPlainHttp() ? `club-${name}` : `__Host-club-${name}`;

/** Out of reach for scripts and other sites; lives so many seconds. */
export function cookieOptions(seconds: number) {
  return {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: !isPlainHttp(),
    maxAge: seconds,
  } as const;
}

function authOptions(): AuthOptions {
  return {
    providers: [],
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge },
    cookies: { sessionToken: { name: cookieName("session"), options: cookieOptions(maxAge) } },
    callbacks: {
      session: ({ session, token }) => ({ ...session, user: { name: String(token.sub ?? "") } }),
    },
  };
}

/** Puts the session's secret into next-auth's encrypted cookie. Only in an action or a route handler. */
export async function writeSessionCookie(sessionToken: string): Promise<void> {
  const value = await encode({ token: { sub: sessionToken }, secret: env().AUTH_SECRET, maxAge });
  (await cookies()).set(cookieName("session"), value, cookieOptions(maxAge));
}

/** Emptied with all its attributes: a browser ignores whoever would delete a `__Host-` cookie without `Secure`. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(cookieName("session"), "", cookieOptions(0));
}

/** The session's secret from the request's cookie, or null. */
export async function readSessionToken(): Promise<string | null> {
  const session = await getServerSession(authOptions());
  return session?.user?.name || null;
}

/** A random mark of this browser that a mailed code is bound to; made when it is missing. */
export async function browserMark(make: () => string): Promise<string> {
  const jar = await cookies();
  const name = cookieName("browser");
  const known = jar.get(name)?.value;
  if (known) return known;
  const fresh = make();
  jar.set(name, fresh, cookieOptions(3600));
  return fresh;
}
