import { answerWithOwnFeed } from "@/lib/events/own-feed-route";

type Context = { params: Promise<{ name: string }> };

/** What a member's calendar follows. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerWithOwnFeed(request, (await params).name);
}
