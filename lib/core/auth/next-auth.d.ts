import type { DefaultSession } from "next-auth";
import type { Viewer } from "./viewer-type";

declare module "next-auth" {
  interface Session {
    viewer: Viewer;
    expires: DefaultSession["expires"];
  }
  interface User {
    viewer: Viewer;
  }
}
