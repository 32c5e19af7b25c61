import { answerWithPortrait } from "@/lib/members/portrait-answer";

type Context = { params: Promise<{ id: string; side: string }> };

/** A member's portrait. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, side } = await params;
  return answerWithPortrait(request, id, side);
}
