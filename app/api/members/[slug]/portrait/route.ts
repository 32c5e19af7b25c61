import { postPortrait } from "@/lib/members/portrait-route";

export const POST = postPortrait;
