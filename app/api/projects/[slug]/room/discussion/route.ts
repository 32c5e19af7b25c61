import { talkRoute } from "@/lib/rooms/talk-route";

export const GET = talkRoute;
