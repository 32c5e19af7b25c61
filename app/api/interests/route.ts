import { inboxRoute } from "@/lib/interests/inbox-route";

export const GET = inboxRoute;
