import { ReadersKey } from "./readers-key";

/** Says whose form this is, in a plain form that carries a file, and makes it happen once, however often it is sent. */
export const FormKey = () => <ReadersKey own={crypto.randomUUID()} />;
