import { postDocument } from "@/lib/rooms/document-route";

export const POST = postDocument;
