import { DEMO } from "./world";

/** Every page by who opens it, without its language. */
export const PAGES: { as: string | null; paths: string[] }[] = [
  {
    as: null,
    paths: [
      "/",
      "/about",
      "/sign-in",
      "/sign-in/code",
      "/forgotten-password",
      "/projects",
      "/projects?q=zzzz",
      "/projects/shared-office-guangzhou",
      "/legal",
      "/privacy",
      "/accessibility",
      "/nowhere",
    ],
  },
  {
    as: DEMO.member,
    paths: [
      "/home",
      "/members",
      "/members?q=zzzz",
      "/members/thibault-descrieux",
      "/projects",
      "/projects?mine=1",
      "/projects/shared-office-guangzhou",
      "/projects/new",
      "/account",
      "/account/profile",
    ],
  },
  { as: DEMO.suspended, paths: ["/account"] },
  { as: DEMO.pending, paths: ["/account"] },
  { as: DEMO.administrator, paths: ["/home", "/admin", "/admin/members", "/admin/audit"] },
];
