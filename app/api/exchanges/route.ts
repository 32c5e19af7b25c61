import { exchangesRoute } from "@/lib/exchanges/exchanges-route";

export const GET = exchangesRoute;
