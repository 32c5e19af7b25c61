/** What is used of it; the package brings no types. */
declare module "saxen" {
  type Decode = (text: string) => string;
  type Hooks = {
    openTag: (
      name: string,
      attributes: () => Record<string, string>,
      decode: Decode,
      isEmpty: boolean,
    ) => void;
    closeTag: (name: string, decode: Decode, isEmpty: boolean) => void;
    text: (text: string, decode: Decode) => void;
    cdata: (text: string) => void;
    error: (error: Error) => void;
    warn: (warning: Error) => void;
  };
  export class Parser {
    on<Name extends keyof Hooks>(name: Name, hook: Hooks[Name]): this;
    parse(xml: string): void;
    stop(): void;
  }
}
