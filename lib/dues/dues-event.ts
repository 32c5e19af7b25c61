/** What happened to somebody's dues, told on their account; without a name in it. */
export const duesEvent = (
  name: `dues.${string}`,
  accountId: string,
  data: Record<string, string | number> = {},
) => ({ name, subjectType: "account", subjectId: accountId, data }) as const;
