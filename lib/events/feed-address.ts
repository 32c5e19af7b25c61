const NAME = /^([\w-]{43})\.ics$/;

/** Where a calendar reads what its account takes part in; `origin` is that of the portal. */
export const feedAddress = (origin: string, token: string) =>
  `${origin}/api/calendars/${token}.ics`;

/** The secret that the last part of such an address is; null where it is none. */
export const readFeedName = (name: string): string | null => NAME.exec(name)?.[1] ?? null;
