import { postDocument } from "@/lib/rooms/documents/document-route";

export const POST = postDocument;
