/** What happened to a file of people, told under whoever did it. */
export const importEvent = (
  { accountId }: { accountId: string },
  name: `import.${string}`,
  data: Record<string, number> = {},
) => ({ name, subjectType: "account", subjectId: accountId, data }) as const;
